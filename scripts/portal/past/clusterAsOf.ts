import { Manifest } from 'security-posture-demo-cluster';
import { applyStrategicMerge } from 'security-posture-engine';
import { ClusterChange } from './Story';

/** What a demo cluster is at a time. */
export interface ClusterState {
  readonly objects: readonly Manifest[];
  /** `v1.35.8`. */
  readonly version: string;
  readonly answers: boolean;
}

/**
 * A cluster as it was before some of its changes: as it is today, with each of them taken back. Throws where the objects
 * are not as a change left them.
 *
 * @param later - changes that were still to come, the newest first
 */
export function clusterAsOf(
  today: ClusterState,
  later: readonly ClusterChange[],
): ClusterState {
  return later.reduce(takeBack, today);
}

function takeBack(after: ClusterState, change: ClusterChange): ClusterState {
  const { versionBefore, answersFromNowOn } = change;
  return {
    objects: objectsBefore(after.objects, change),
    version: versionBefore ?? after.version,
    answers: answersFromNowOn === undefined ? after.answers : !answersFromNowOn,
  };
}

function objectsBefore(
  after: readonly Manifest[],
  { what, came = [], went = [], before = [] }: ClusterChange,
): readonly Manifest[] {
  const objects = new Map(after.map(object => [nameOf(object), object]));
  for (const name of came)
    if (!objects.delete(name)) throw new Error(`No ${name} came: ${what}`);
  for (const object of went) {
    const name = nameOf(object);
    if (objects.has(name)) throw new Error(`${name} is there still: ${what}`);
    objects.set(name, object);
  }
  for (const patch of before) {
    const name = nameOf(patch);
    const object = objects.get(name);
    if (!object) throw new Error(`There was no ${name}: ${what}`);
    objects.set(name, applyStrategicMerge(object, patch) as Manifest);
  }
  return [...objects.values()];
}

/** An object as the story names it: `v1 Node node-1`, `apps/v1 Deployment payments/payouts`. */
export function nameOf({ apiVersion, kind, metadata }: Manifest): string {
  const { namespace, name } = metadata;
  return `${apiVersion} ${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
