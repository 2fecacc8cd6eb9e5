import {
  Control,
  ControlNeed,
  EvidenceList,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from 'security-posture-engine';
import { section, table } from './markdown';

const ROLE = '`cluster-role.yaml`';
const OPTIONAL_ROLE = 'a ClusterRole of its own, which is optional';

/** What evidence is, and what grants it. */
const EVIDENCE: Readonly<Record<EvidenceList, readonly [string, string]>> = {
  staticPods: ['Static pods, as the API server mirrors them', ROLE],
  kubeSystemConfigMaps: ['ConfigMaps of kube-system, by name', ROLE],
  apiServerFlags: ['`/flagz` of the API server', ROLE],
  apiServerMetrics: ['`/metrics` of the API server', ROLE],
  servedResources: ['Which kinds the API server serves', ROLE],
  imports: ['Documents of other tools that were posted to the API', 'nothing'],
  probes: ['What a probe of the API server saw; off by default', 'nothing'],
};

/** What a control reads, and how it judges that. */
export function readSections({ reads, needs }: Control): readonly string[] {
  return section(2, 'What is read, and how it is judged', [
    reads,
    ...(needs.length
      ? [table(['read beside its subject', 'granted by'], needs.map(rowOf))]
      : []),
  ]);
}

function rowOf(need: ControlNeed): readonly string[] {
  if (need === 'workloads') return ['Everything that runs pods', ROLE];
  if (need === 'livePods') return ['Running pods', ROLE];
  if (need in EVIDENCE) return EVIDENCE[need as EvidenceList];
  const { group, plural, optIn, metadataOnly } =
    SUPPORTING_RESOURCES[need as SupportingResource];
  const name = `\`${plural}${group ? `.${group}` : ''}\``;
  return [
    metadataOnly ? `${name}, metadata only` : name,
    optIn ? OPTIONAL_ROLE : ROLE,
  ];
}
