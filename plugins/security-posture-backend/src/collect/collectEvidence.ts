import {
  ControlNeed,
  Evidence,
  EVIDENCE_LISTS,
  EvidenceList,
  ImportedDocument,
  KubernetesObject,
  Listed,
  listed,
  noEvidence,
  ProbeResult,
} from 'security-posture-engine';
import { readApiServerFlags } from './evidence/readApiServerFlags';
import { readApiServerMetrics } from './evidence/readApiServerMetrics';
import { readKubeSystemConfigMaps } from './evidence/readKubeSystemConfigMaps';
import { ListCollector } from './ListCollector';

/** Where evidence comes from that no request to the API server brings. What is not given counts as switched off. */
export interface EvidenceSources {
  /** The documents of other tools that were posted for the cluster. */
  readonly readImports?: () => Promise<readonly ImportedDocument[]>;
  /** Looks at the cluster from outside; set only where an adopter asks for it. Rejects with a ClusterReadError where nothing was seen. */
  readonly probe?: () => Promise<readonly ProbeResult[]>;
}

/** What reading evidence needs. */
export interface EvidenceRequest extends EvidenceSources {
  readonly collector: ListCollector;
  readonly needs: readonly ControlNeed[];
  /** The mirror pods that were seen while pods were listed. */
  readonly staticPods: Listed<KubernetesObject>;
}

type ReadEvidence = {
  readonly [Name in EvidenceList]?: () => Promise<Evidence[Name]>;
};

/** What evidence is called in the account of a sweep; what is not named here is no request of its own. */
const NAMES = {
  kubeSystemConfigMaps: 'configmaps of kube-system',
  apiServerFlags: '/flagz',
  apiServerMetrics: '/metrics',
  probes: 'probes',
} as const;

/** How many requests for evidence the account of a sweep will name. */
export function countEvidence(
  needs: readonly ControlNeed[],
  { probe }: EvidenceSources,
): number {
  return Object.keys(NAMES).filter(
    name =>
      needs.includes(name as EvidenceList) && (name !== 'probes' || probe),
  ).length;
}

/** Reads what enabled controls need beside lists of the API; one that fails costs only itself. */
export async function collectEvidence(
  request: EvidenceRequest,
): Promise<Evidence> {
  const readers = evidenceReaders(request);
  const evidence: Record<string, Listed<unknown>> = {
    ...noEvidence('probeOff'),
  };
  for (const name of EVIDENCE_LISTS) {
    const read = readers[name];
    if (read && request.needs.includes(name)) evidence[name] = await read();
  }
  return evidence as unknown as Evidence;
}

function evidenceReaders({
  collector,
  staticPods,
  readImports,
  probe,
}: EvidenceRequest): ReadEvidence {
  const { reader, cluster, discovery, signal } = collector.source;
  return {
    staticPods: async () => staticPods,
    servedResources: async () => discovery.servedResources,
    kubeSystemConfigMaps: () =>
      collector.readOther(NAMES.kubeSystemConfigMaps, () =>
        readKubeSystemConfigMaps(reader, cluster, signal),
      ),
    apiServerFlags: () =>
      collector.readOther(NAMES.apiServerFlags, () =>
        readApiServerFlags(reader, cluster, signal),
      ),
    apiServerMetrics: () =>
      collector.readOther(NAMES.apiServerMetrics, () =>
        readApiServerMetrics(reader, cluster, signal),
      ),
    ...(readImports && {
      imports: async () => listed(await readImports()),
    }),
    ...(probe && { probes: () => collector.readOther(NAMES.probes, probe) }),
  };
}
