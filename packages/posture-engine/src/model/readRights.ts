import { EvidenceList } from './evidence';
import {
  ControlNeed,
  ResourceType,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from './resources';

/** A part of what a sweep reads that is granted by a file of its own. */
export interface ReadPart {
  /** Its file below `deploy/`. */
  readonly file: string;
  /** Key of the configuration without which nothing of it is read. */
  readonly setting?: string;
}

/** What a sweep may read, in parts that are granted one by one. */
export const READ_PARTS = {
  cluster: { file: 'cluster-role.yaml' },
  customResources: { file: 'cluster-role-custom-resources.yaml' },
  kubeSystem: { file: 'role-kube-system.yaml' },
  configMaps: {
    file: 'cluster-role-configmaps.yaml',
    setting: 'securityPosture.collect.configMaps',
  },
  secretMetadata: {
    file: 'cluster-role-secret-metadata.yaml',
    setting: 'securityPosture.collect.secretMetadata',
  },
  kubescapeReports: {
    file: 'cluster-role-kubescape-reports.yaml',
    setting: 'securityPosture.collect.kubescapeReports',
  },
  probes: {
    file: 'cluster-role-probes.yaml',
    setting: 'securityPosture.clusters.probe',
  },
} as const satisfies Record<string, ReadPart>;

/** Name of a part of what a sweep reads. */
export type ReadPartName = keyof typeof READ_PARTS;

/** Groups that Kubernetes serves by itself; all others come with custom resources or an API server of their own. */
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'discovery.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
]);

const PARTS_OF_EVIDENCE: Readonly<
  Record<EvidenceList, ReadPartName | undefined>
> = {
  staticPods: 'cluster',
  kubeSystemConfigMaps: 'kubeSystem',
  apiServerFlags: 'cluster',
  apiServerMetrics: 'cluster',
  servedResources: 'cluster',
  imports: undefined,
  probes: 'probes',
};

/** The part that lists of a kind belong to. */
export function readPartOfKind({ group, optIn }: ResourceType): ReadPartName {
  if (optIn) return optIn;
  return BUILT_IN_GROUPS.has(group) ? 'cluster' : 'customResources';
}

/** The part that what a control needs belongs to. Undefined for what is not read from clusters: documents that were posted. */
export function readPartOf(need: ControlNeed): ReadPartName | undefined {
  if (need === 'workloads' || need === 'livePods') return 'cluster';
  return need in PARTS_OF_EVIDENCE
    ? PARTS_OF_EVIDENCE[need as EvidenceList]
    : readPartOfKind(SUPPORTING_RESOURCES[need as SupportingResource]);
}
