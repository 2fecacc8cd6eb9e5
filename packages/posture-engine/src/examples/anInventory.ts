import {
  Evidence,
  Inventory,
  listed,
  noEvidence,
  unlisted,
} from '../model/inventory';
import { ExampleSurroundings } from '../model/control';
import { EVIDENCE_LISTS } from '../model/evidence';
import { KubernetesObject } from '../model/kubernetesObject';
import {
  KubernetesVersion,
  DEFAULT_KUBERNETES_VERSION,
} from '../model/kubernetesVersion';
import { LivePod } from '../model/livePod';
import { SUPPORTING_RESOURCES } from '../model/resources';
import {
  inventoryOfManifests,
  ofType,
} from '../normalize/inventoryOfManifests';
import { isMirrorPod, normalizePod } from '../normalize/normalizePod';
import { ownedObjectOf } from '../normalize/OwnedObject';
import { OwnerIndex } from '../normalize/OwnerIndex';
import { isWorkloadObject } from '../model/workload';

/** How the inventory of an example differs from manifests on the command line. */
export interface InventoryOptions
  extends Pick<
    ExampleSurroundings,
    | 'serverVersion'
    | 'fromCluster'
    | 'nodes'
    | 'livePods'
    | 'evidence'
    | 'unread'
  > {
  readonly kubernetesVersion?: KubernetesVersion;
}

/**
 * An inventory of these objects, as an example or a test needs it: as manifests hold it, with what the options add;
 * or with `fromCluster` as a sweep brings it home, where no list is unread that the options do not name.
 */
export function anInventory(
  objects: readonly KubernetesObject[],
  options: InventoryOptions = {},
): Inventory {
  const base = options.fromCluster
    ? inventoryOfCluster(objects, options)
    : {
        ...inventoryOfManifests(objects, versionOf(options)),
        livePods: unlisted<LivePod>('unreachable'),
      };
  const { serverVersion, nodes, livePods, evidence } = options;
  return withUnread(
    {
      ...base,
      ...(serverVersion === undefined ? {} : { serverVersion }),
      supporting: {
        ...base.supporting,
        ...(nodes ? { nodes: listed(nodes) } : {}),
      },
      evidence: {
        ...base.evidence,
        ...Object.fromEntries(
          Object.entries(evidence ?? {}).map(([name, items]) => [
            name,
            listed<unknown>(items),
          ]),
        ),
      },
      ...(livePods ? { livePods: listed(livePods) } : {}),
    },
    options.unread ?? {},
  );
}

function versionOf({ kubernetesVersion }: InventoryOptions): KubernetesVersion {
  return kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
}

function inventoryOfCluster(
  objects: readonly KubernetesObject[],
  options: InventoryOptions,
): Inventory {
  const manifests = inventoryOfManifests(objects, versionOf(options));
  const pods = objects.filter(({ kind }) => kind === 'Pod');
  return {
    ...manifests,
    supporting: Object.fromEntries(
      Object.entries(SUPPORTING_RESOURCES).map(([name, type]) => [
        name,
        listed(ofType(objects, type)),
      ]),
    ) as Inventory['supporting'],
    evidence: {
      ...allRead(),
      staticPods: listed(pods.filter(isMirrorPod)),
      kubeSystemConfigMaps: listed(
        objects.filter(
          ({ kind, metadata }) =>
            kind === 'ConfigMap' && metadata.namespace === 'kube-system',
        ),
      ),
    },
    livePods: listed(livePodsOf(objects, pods)),
  };
}

function allRead(): Evidence {
  return Object.fromEntries(
    EVIDENCE_LISTS.map(name => [name, listed([])]),
  ) as unknown as Evidence;
}

function livePodsOf(
  objects: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
): LivePod[] {
  const owners = new OwnerIndex(
    objects.filter(isWorkloadObject).map(ownedObjectOf),
  );
  return pods.flatMap(pod => normalizePod(pod, owners).livePod ?? []);
}

function withUnread(
  inventory: Inventory,
  unread: NonNullable<InventoryOptions['unread']>,
): Inventory {
  const { workloads, livePods, ...rest } = unread;
  const reasons = Object.entries(rest).map(
    ([name, reason]) => [name, unlisted(reason)] as const,
  );
  const isEvidence = (name: string) => name in noEvidence('partial');
  return {
    ...inventory,
    supporting: {
      ...inventory.supporting,
      ...Object.fromEntries(reasons.filter(([name]) => !isEvidence(name))),
    },
    evidence: {
      ...inventory.evidence,
      ...Object.fromEntries(reasons.filter(([name]) => isEvidence(name))),
    },
    ...(workloads ? { workloads: unlisted(workloads) } : {}),
    ...(livePods ? { livePods: unlisted(livePods) } : {}),
  };
}
