import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { objectKey } from './OwnerIndex';
import { RunningPods } from './RunningPods';

/** An object that is judged, for itself or for an owner that was not read. */
export interface JudgedObject {
  readonly object: KubernetesObject;
  /** Of all objects of one such owner one is judged. */
  readonly unreadOwner?: string;
}

/**
 * The workloads of a cluster: every judged object once, and of the objects of one unread owner one only.
 * That is one which has pods rather than one which has none, then the newest; of Pods it is the first by name.
 * Containers that were added to running pods are with the workload of those pods.
 */
export function assembleWorkloads(
  judged: readonly JudgedObject[],
  pods: RunningPods,
): readonly Workload[] {
  const chosen = new Map<string, JudgedObject>();
  for (const candidate of [...judged, ...pods.judged]) {
    const key = judgedKey(candidate);
    const known = chosen.get(key);
    if (!known || comesFirst(candidate.object, known.object, pods))
      chosen.set(key, candidate);
  }
  return Array.from(
    chosen,
    ([key, { object }]) => new Workload(object, pods.ephemeralOf(key)),
  );
}

/** The key of what is judged once: an owner that was not read, else the object itself. */
export function judgedKey({ object, unreadOwner }: JudgedObject): string {
  return unreadOwner ?? keyOf(object);
}

/** True where the first of two objects of one unread owner speaks for it. */
export function comesFirst(
  first: KubernetesObject,
  second: KubernetesObject,
  pods: Pick<RunningPods, 'hasPods'>,
): boolean {
  return (
    (compare(first.kind === 'Pod', second.kind === 'Pod') ||
      compare(pods.hasPods(keyOf(second)), pods.hasPods(keyOf(first))) ||
      compare(createdAt(second), createdAt(first)) ||
      compare(first.metadata.name, second.metadata.name)) < 0
  );
}

/** Pods come and go; their names are what is left of an order. */
function createdAt({ kind, metadata }: KubernetesObject): string {
  return kind === 'Pod' ? '' : String(metadata.creationTimestamp ?? '');
}

function compare<Value extends string | boolean>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return objectKey({ ...metadata, kind });
}
