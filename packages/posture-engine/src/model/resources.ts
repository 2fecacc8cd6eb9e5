import { EvidenceList } from './evidence';
import { core, grouped, ResourceType } from './resourceType';
import { SupportingResource } from './supportingResources';

export type { ResourceType } from './resourceType';
export { SUPPORTING_RESOURCES } from './supportingResources';
export type { SupportingResource } from './supportingResources';

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

/** Name of a list of objects that run pods. */
export type WorkloadResource = keyof typeof WORKLOAD_RESOURCES;

/** What a control may say it reads beside its own subject. */
export type ControlNeed =
  | SupportingResource
  | EvidenceList
  | 'workloads'
  | 'livePods';
