import {
  Control,
  ControlNeed,
  EvidenceList,
  READ_PARTS,
  ReadPart,
  readPartOf,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from 'security-posture-engine';
import { section, table } from './markdown';

const DEPLOY = '../../deploy';

/** What each list of evidence holds. */
const EVIDENCE: Readonly<Record<EvidenceList, string>> = {
  staticPods: 'Static pods, as the API server mirrors them',
  kubeSystemConfigMaps: 'ConfigMaps of kube-system, by name',
  apiServerFlags: '`/flagz` of the API server',
  apiServerMetrics: '`/metrics` of the API server',
  servedResources: 'Which kinds the API server serves',
  imports: 'Documents of other tools that were posted to the API',
  probes: 'What a probe of the API server saw',
};

/** What a control reads, and how it judges that. */
export function readSections({ reads, needs }: Control): readonly string[] {
  return section(2, 'What is read, and how it is judged', [
    reads,
    ...(needs.length
      ? [
          table(
            ['read beside its subject', 'granted by'],
            needs.map(need => [nameOf(need), grantOf(need)]),
          ),
        ]
      : []),
  ]);
}

function nameOf(need: ControlNeed): string {
  if (need === 'workloads') return 'Everything that runs pods';
  if (need === 'livePods') return 'Running pods';
  if (need in EVIDENCE) return EVIDENCE[need as EvidenceList];
  const { group, plural, metadataOnly } =
    SUPPORTING_RESOURCES[need as SupportingResource];
  const name = `\`${plural}${group ? `.${group}` : ''}\``;
  return metadataOnly ? `${name}, metadata only` : name;
}

function grantOf(need: ControlNeed): string {
  const part = readPartOf(need);
  if (!part) return 'none needed: nothing of it is read from clusters';
  const { file, setting }: ReadPart = READ_PARTS[part];
  const link = `[${file}](${DEPLOY}/${file})`;
  return setting ? `${link}, and \`${setting}\`` : link;
}
