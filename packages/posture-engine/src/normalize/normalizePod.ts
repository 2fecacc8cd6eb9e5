import { ContainerKind } from '../model/container';
import { KubernetesObject } from '../model/kubernetesObject';
import { LivePod } from '../model/livePod';
import { isReady } from '../read/isReady';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { JudgedObject } from './assembleWorkloads';
import { objectKey, OwnerIndex, RootOwner } from './OwnerIndex';
import {
  containersIn,
  OwnedObject,
  ownedObjectOf,
  podSpecOf,
} from './OwnedObject';
import { withoutTokenVolume } from './withoutTokenVolume';

const MIRROR = 'kubernetes.io/config.mirror';
const IMAGE_DIGEST = /@(sha256:[0-9a-f]{64})$/;
const STATUS_LISTS = [
  'initContainerStatuses',
  'containerStatuses',
  'ephemeralContainerStatuses',
];

/** What one pod of a cluster is to the inventory. */
export interface NormalizedPod {
  /** Undefined for a pod that has ended. */
  readonly livePod?: LivePod;
  /** Set where the pod itself is judged: it has no owner that was read. */
  readonly judged?: JudgedObject;
  /** The workload that answers for the pod. Undefined for a mirror pod: its node does. */
  readonly root?: RootOwner;
  /** Containers that were added while it runs; they go to its workload. */
  readonly ephemeral: readonly JsonObject[];
}

/** Attributes a pod, read whole with its status, to its root owner that was read. The pod is not changed. */
export function normalizePod(
  pod: KubernetesObject,
  owners: OwnerIndex,
): NormalizedPod {
  const ended = hasEnded(pod);
  if (isMirrorPod(pod)) return mirrorPod(pod, ended);
  const own = ownedObjectOf(pod);
  const root = owners.rootOf(own, pod.metadata.labels);
  const isJudged = root.topmost === own && !root.awaited;
  const written = withoutTokenVolume(pod);
  return {
    root,
    ephemeral: ended
      ? []
      : containersIn(podSpecOf(written), 'ephemeralContainers'),
    ...(isJudged ? { judged: judgedPod(written, root) } : {}),
    ...(ended ? {} : { livePod: livePodOf(pod, own, root, owners) }),
  };
}

/** A mirror pod stands for a static pod of its node, and is no workload. */
export function isMirrorPod(pod: KubernetesObject): boolean {
  return pod.metadata.annotations?.[MIRROR] !== undefined;
}

function mirrorPod(pod: KubernetesObject, ended: boolean): NormalizedPod {
  if (ended) return { ephemeral: [] };
  const { nodeName } = podSpecOf(pod) ?? {};
  const name = typeof nodeName === 'string' ? nodeName : '';
  return {
    ephemeral: [],
    livePod: aLivePod(pod, { kind: 'Node', name }, []),
  };
}

function hasEnded({ status }: KubernetesObject): boolean {
  return (
    isJsonObject(status) &&
    (status.phase === 'Succeeded' || status.phase === 'Failed')
  );
}

/** Ephemeral containers and the status are kept apart from the object that is judged. */
function judgedPod(
  { status, ...pod }: KubernetesObject,
  { unreadOwner }: RootOwner,
): JudgedObject {
  const { ephemeralContainers, ...spec } = podSpecOf(
    pod as KubernetesObject,
  ) ?? { ephemeralContainers: undefined };
  const object = (
    isJsonObject(pod.spec) ? { ...pod, spec } : pod
  ) as KubernetesObject;
  return { object, ...(unreadOwner ? { unreadOwner } : {}) };
}

function livePodOf(
  pod: KubernetesObject,
  own: OwnedObject,
  { topmost }: RootOwner,
  owners: OwnerIndex,
): LivePod {
  const known = isOfCurrentRollOut(own, topmost, owners)
    ? topmost.containerNames
    : undefined;
  return aLivePod(
    pod,
    { kind: topmost.kind, name: topmost.name },
    known ? containersBeside(known, pod) : [],
  );
}

function aLivePod(
  pod: KubernetesObject,
  owner: LivePod['owner'],
  injected: LivePod['injected'],
): LivePod {
  const { nodeName } = podSpecOf(pod) ?? {};
  const { controller } = ownedObjectOf(pod);
  return {
    namespace: pod.metadata.namespace ?? 'default',
    name: pod.metadata.name,
    ...(typeof nodeName === 'string' && nodeName ? { nodeName } : {}),
    ...(pod.metadata.labels ? { labels: pod.metadata.labels } : {}),
    ...(isReady(pod) ? { ready: true } : {}),
    owner,
    ...(controller
      ? { madeBy: { kind: controller.kind, name: controller.name } }
      : {}),
    injected,
    imageDigests: imageDigestsOf(pod),
  };
}

/** A pod of an older roll-out may have containers that the template of today lacks: nobody injected them. */
function isOfCurrentRollOut(
  { namespace, controller }: OwnedObject,
  topmost: OwnedObject,
  owners: OwnerIndex,
): boolean {
  if (topmost.kind !== 'Deployment' || !controller) return true;
  const replicaSet = owners.find(objectKey({ ...controller, namespace }));
  return replicaSet !== undefined && replicaSet.revision === topmost.revision;
}

function containersBeside(
  known: ReadonlySet<string>,
  pod: KubernetesObject,
): LivePod['injected'] {
  const spec = podSpecOf(pod);
  return ['initContainers', 'containers'].flatMap(list =>
    containersIn(spec, list)
      .filter(({ name }) => typeof name === 'string' && !known.has(name))
      .map(container => ({
        name: container.name as string,
        kind: kindOf(list, container),
        ...(typeof container.image === 'string'
          ? { image: container.image }
          : {}),
      })),
  );
}

function kindOf(list: string, container: JsonObject): ContainerKind {
  if (list === 'containers') return 'app';
  return container.restartPolicy === 'Always' ? 'sidecar' : 'init';
}

function imageDigestsOf({
  status,
}: KubernetesObject): Readonly<Record<string, string>> {
  if (!isJsonObject(status)) return {};
  const digests: Record<string, string> = {};
  for (const list of STATUS_LISTS)
    for (const { name, imageID } of containersIn(status, list)) {
      const digest = IMAGE_DIGEST.exec(String(imageID))?.[1];
      if (typeof name === 'string' && digest) digests[name] = digest;
    }
  return digests;
}
