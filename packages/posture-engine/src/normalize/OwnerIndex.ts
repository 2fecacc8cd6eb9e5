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
  /** True where that owner is of a kind that is usually read: it is judged when it can be read again, and nothing in its place. */
  readonly awaited?: boolean;
}

/** Names one object in its cluster, whatever the version of its API. */
export function objectKey(object: {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}): string {
  return `${object.kind}/${object.namespace ?? 'default'}/${object.name}`;
}

/** The objects that run pods and were read, and who made whom. Pods need not be in it. */
export class OwnerIndex {
  private readonly objects: ReadonlyMap<string, OwnedObject>;

  /** Of two objects with one key the later counts. `missingKinds` could not be read this time. */
  constructor(
    objects: Iterable<OwnedObject>,
    private readonly missingKinds: ReadonlySet<string> = new Set(),
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
      const owner =
        this.findOwner(topmost, controller) ??
        this.guessOwner(topmost, controller, podLabels);
      if (!owner) return this.belowUnread(topmost, controller);
      topmost = owner;
    }
    return { topmost };
  }

  private belowUnread(
    topmost: OwnedObject,
    controller: OwnerReference,
  ): RootOwner {
    const { namespace } = topmost;
    const awaited =
      isWorkloadObject(controller) && this.missingKinds.has(controller.kind);
    return {
      topmost,
      unreadOwner: `${controller.apiVersion} ${objectKey({
        ...controller,
        namespace,
      })}`,
      ...(awaited ? { awaited } : {}),
    };
  }

  private findOwner(
    { namespace }: OwnedObject,
    controller: OwnerReference,
  ): OwnedObject | undefined {
    return isWorkloadObject(controller)
      ? this.objects.get(objectKey({ ...controller, namespace }))
      : undefined;
  }

  /**
   * The Deployment or CronJob behind a ReplicaSet or Job that was not read, by the names that their controllers give:
   * without it a pod of a roll-out that began during the sweep, or of kinds that are forbidden, would be judged a second time.
   */
  private guessOwner(
    { namespace }: OwnedObject,
    controller: OwnerReference,
    podLabels: Readonly<Record<string, string>>,
  ): OwnedObject | undefined {
    if (!isWorkloadObject(controller)) return undefined;
    const { kind, name } = controller;
    const hash = podLabels['pod-template-hash'];
    if (kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`))
      return this.objects.get(
        objectKey({
          kind: 'Deployment',
          namespace,
          name: name.slice(0, -hash.length - 1),
        }),
      );
    const cronJob =
      kind === 'Job' ? JOB_OF_CRON_JOB.exec(name)?.[1] : undefined;
    return cronJob
      ? this.objects.get(
          objectKey({ kind: 'CronJob', namespace, name: cronJob }),
        )
      : undefined;
  }
}
