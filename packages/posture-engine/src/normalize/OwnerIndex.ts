import { KubernetesObject, OwnerReference } from '../model/kubernetesObject';
import { isWorkloadObject } from '../model/workload';
import { OwnedObject } from './OwnedObject';

/** Kinds that another object may stand for. All others are judged whoever made them. */
const ATTRIBUTED_KINDS: ReadonlySet<string> = new Set([
  'Pod',
  'ReplicaSet',
  'Job',
  'ReplicationController',
]);

/** Longest chain that Kubernetes makes, with room: Pod, ReplicaSet, Deployment. */
const LONGEST_CHAIN = 5;

/** A CronJob names its Jobs after the minute of their time. */
const JOB_OF_CRON_JOB = /^(.+)-\d{8,}$/;

/** Who answers for an object. */
export interface RootOwner {
  /** The topmost object that was read: the root owner, or the object itself. */
  readonly topmost: OwnedObject;
  /** The key of an owner above it that was not read, such as an Argo Rollout: it is judged once, by one of its objects. */
  readonly unreadOwner?: string;
  /** True where that owner answers for it though it was not read this time: nothing is judged in its place. */
  readonly awaited?: boolean;
}

/** Who an object is in its cluster, whatever the version of its API. */
export interface ObjectIdentity {
  readonly kind: string;
  /** Absent is `default`. */
  readonly namespace?: string;
  readonly name: string;
}

/** Names one object in its cluster. */
export function objectKey(object: ObjectIdentity): string {
  return `${object.kind}/${object.namespace ?? 'default'}/${object.name}`;
}

/** The objects that run pods and were read, and who made whom. Pods need not be in it. */
export class OwnerIndex {
  private readonly objects: ReadonlyMap<string, OwnedObject>;

  /** Of two objects with one key the later counts. `isAwaited` is asked of owners that are none of them. */
  constructor(
    objects: Iterable<OwnedObject>,
    private readonly isAwaited: (owner: ObjectIdentity) => boolean = () =>
      false,
  ) {
    this.objects = new Map(
      Array.from(objects, object => [objectKey(object), object]),
    );
  }

  /** The object as it was read, if it was. */
  find(key: string): OwnedObject | undefined {
    return this.objects.get(key);
  }

  /** Follows the controllers of an object up to the topmost that was read. Only `podLabels` of a Pod count. */
  rootOf(
    object: OwnedObject,
    podLabels: KubernetesObject['metadata']['labels'] = {},
  ): RootOwner {
    let topmost = object;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const { controller } = topmost;
      if (!controller || !ATTRIBUTED_KINDS.has(topmost.kind))
        return { topmost };
      const owners = ownersOf(topmost, controller, podLabels);
      const owner = this.firstRead(owners);
      if (!owner) return this.belowUnread(topmost, controller, owners);
      topmost = owner;
    }
    return { topmost };
  }

  private firstRead(
    owners: readonly ObjectIdentity[],
  ): OwnedObject | undefined {
    for (const owner of owners) {
      const read = this.objects.get(objectKey(owner));
      if (read) return read;
    }
    return undefined;
  }

  private belowUnread(
    topmost: OwnedObject,
    controller: OwnerReference,
    owners: readonly ObjectIdentity[],
  ): RootOwner {
    const { namespace } = topmost;
    const awaited = owners.some(owner => this.isAwaited(owner));
    return {
      topmost,
      unreadOwner: `${controller.apiVersion} ${objectKey({
        ...controller,
        namespace,
      })}`,
      ...(awaited ? { awaited } : {}),
    };
  }
}

/**
 * Who may answer for an object: its controller, and what is behind a ReplicaSet or Job that was not read. None where
 * the controller is of a kind that runs no pods.
 */
function ownersOf(
  { namespace }: OwnedObject,
  controller: OwnerReference,
  podLabels: Readonly<Record<string, string>>,
): readonly ObjectIdentity[] {
  if (!isWorkloadObject(controller)) return [];
  const { kind, name } = controller;
  const behind = ownerBehind(controller, podLabels);
  return [
    { kind, namespace, name },
    ...(behind ? [{ ...behind, namespace }] : []),
  ];
}

/**
 * The Deployment or CronJob behind a ReplicaSet or Job, by the names that their controllers give:
 * without it a pod of a roll-out that began during the sweep, or of kinds that are forbidden, would be judged a second time.
 */
function ownerBehind(
  { kind, name }: OwnerReference,
  podLabels: Readonly<Record<string, string>>,
): ObjectIdentity | undefined {
  const hash = podLabels['pod-template-hash'];
  if (kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`))
    return { kind: 'Deployment', name: name.slice(0, -hash.length - 1) };
  const cronJob = kind === 'Job' ? JOB_OF_CRON_JOB.exec(name)?.[1] : undefined;
  return cronJob ? { kind: 'CronJob', name: cronJob } : undefined;
}
