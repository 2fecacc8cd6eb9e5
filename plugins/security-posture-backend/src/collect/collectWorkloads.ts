import {
  assembleWorkloads,
  KubernetesObject,
  Listed,
  LivePod,
  NotEvaluatedReason,
  ResourceType,
  Workload,
  WORKLOAD_RESOURCES,
  WorkloadResource,
} from 'security-posture-engine';
import { ListCollector } from './ListCollector';
import { ReadStoredWorkloads, WorkloadCollection } from './WorkloadCollection';

/** A kind of workload that could not be read. */
export interface UnreadWorkloadKind {
  readonly resource: WorkloadResource;
  /** Its kind: `Deployment`. */
  readonly kind: string;
  readonly reason: NotEvaluatedReason;
}

/** What a cluster runs. */
export interface CollectedWorkloads {
  /** Everything that is judged, each once. */
  readonly workloads: readonly Workload[];
  readonly livePods: Listed<LivePod>;
  /** Mirror pods, which stand for the static pods of nodes. */
  readonly staticPods: Listed<KubernetesObject>;
  /** Kinds whose workloads are not in the list, and why. */
  readonly unreadWorkloadKinds: readonly UnreadWorkloadKind[];
}

const RESOURCES: Readonly<Record<WorkloadResource, ResourceType>> =
  WORKLOAD_RESOURCES;
const NAMES = Object.keys(RESOURCES) as WorkloadResource[];
const MADE_BY_OTHERS = NAMES.filter(name => RESOURCES[name].metadataOnly);
const WRITTEN = NAMES.filter(
  name => name !== 'pods' && !RESOURCES[name].metadataOnly,
);

/** Reads everything that runs pods, page by page, pods last: of these no more is kept than what rules ask for. */
export async function collectWorkloads(
  collector: ListCollector,
  readStored: ReadStoredWorkloads,
): Promise<CollectedWorkloads> {
  const collection = new WorkloadCollection(collector);
  for (const name of WRITTEN) await collection.readWhole(name);
  for (const name of MADE_BY_OTHERS) await collection.readMetadata(name);
  await collection.readStored(readStored);
  for (const name of MADE_BY_OTHERS) await collection.readWithoutOwner(name);
  const pods = await collection.readPods();
  return {
    workloads: assembleWorkloads(collection.judged(), pods),
    ...collection.account(pods),
  };
}
