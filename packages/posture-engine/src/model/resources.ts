/** Where the API server serves one kind, and how the scanner lists it. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  /** Plural name in the URL. */
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** True where manifests can hold it: absent from them then means that there is none. */
  readonly inManifests: boolean;
  /** True where the scanner reads it only if an adopter asks for it. */
  readonly optIn?: boolean;
  /** True where only metadata is listed at first. */
  readonly metadataOnly?: boolean;
}

const core = (
  plural: string,
  kind: string,
  rest: Partial<ResourceType> = {},
): ResourceType => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  namespaced: true,
  inManifests: true,
  ...rest,
});
const grouped = (
  group: string,
  version: string,
  plural: string,
  kind: string,
  rest: Partial<ResourceType> = {},
): ResourceType => core(plural, kind, { group, version, ...rest });
const rbac = (plural: string, kind: string, namespaced: boolean) =>
  grouped('rbac.authorization.k8s.io', 'v1', plural, kind, { namespaced });

/** Kinds that run pods. ReplicaSets and Jobs are listed as metadata: nearly all have an owner that is read. */
export const WORKLOAD_RESOURCES = {
  deployments: grouped('apps', 'v1', 'deployments', 'Deployment'),
  statefulSets: grouped('apps', 'v1', 'statefulsets', 'StatefulSet'),
  daemonSets: grouped('apps', 'v1', 'daemonsets', 'DaemonSet'),
  cronJobs: grouped('batch', 'v1', 'cronjobs', 'CronJob'),
  replicationControllers: core(
    'replicationcontrollers',
    'ReplicationController',
  ),
  replicaSets: grouped('apps', 'v1', 'replicasets', 'ReplicaSet', {
    metadataOnly: true,
  }),
  jobs: grouped('batch', 'v1', 'jobs', 'Job', { metadataOnly: true }),
  pods: core('pods', 'Pod'),
} as const satisfies Record<string, ResourceType>;

/** Kinds that are not workloads, by the name under which an inventory keeps their list. */
export const SUPPORTING_RESOURCES = {
  namespaces: core('namespaces', 'Namespace', { namespaced: false }),
  serviceAccounts: core('serviceaccounts', 'ServiceAccount'),
  limitRanges: core('limitranges', 'LimitRange'),
  configMaps: core('configmaps', 'ConfigMap', { optIn: true }),
  persistentVolumes: core('persistentvolumes', 'PersistentVolume', {
    namespaced: false,
  }),
  persistentVolumeClaims: core(
    'persistentvolumeclaims',
    'PersistentVolumeClaim',
  ),
  nodes: core('nodes', 'Node', { namespaced: false, inManifests: false }),
  services: core('services', 'Service'),
  ingresses: grouped('networking.k8s.io', 'v1', 'ingresses', 'Ingress'),
  runtimeClasses: grouped(
    'node.k8s.io',
    'v1',
    'runtimeclasses',
    'RuntimeClass',
    { namespaced: false },
  ),
  roles: rbac('roles', 'Role', true),
  clusterRoles: rbac('clusterroles', 'ClusterRole', false),
  roleBindings: rbac('rolebindings', 'RoleBinding', true),
  clusterRoleBindings: rbac('clusterrolebindings', 'ClusterRoleBinding', false),
} as const satisfies Record<string, ResourceType>;

/** Name of a list of supporting objects in an inventory. */
export type SupportingResource = keyof typeof SUPPORTING_RESOURCES;

/** Name of a list of objects that run pods. */
export type WorkloadResource = keyof typeof WORKLOAD_RESOURCES;

/** What a control may say it reads beside its own subject. */
export type ControlNeed = SupportingResource | 'workloads' | 'livePods';
