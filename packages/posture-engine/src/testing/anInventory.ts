import { Inventory, listed, unlisted } from '../model/inventory';
import { KubernetesObject } from '../model/kubernetesObject';
import {
  KubernetesVersion,
  DEFAULT_KUBERNETES_VERSION,
} from '../model/kubernetesVersion';
import { LivePod } from '../model/livePod';
import { NotEvaluatedReason } from '../model/outcome';
import { ControlNeed } from '../model/resources';
import { inventoryOfManifests } from '../normalize/inventoryOfManifests';

/** How a test's inventory differs from manifests on the command line. */
export interface InventoryOptions {
  readonly kubernetesVersion?: KubernetesVersion;
  /** Lists that could not be read, with the reason. */
  readonly unread?: Partial<Record<ControlNeed, NotEvaluatedReason>>;
  /** Kinds that manifests cannot show: objects of these are taken as read from a cluster. */
  readonly nodes?: readonly KubernetesObject[];
  readonly livePods?: readonly LivePod[];
}

/** An inventory of these objects, as a test needs it. */
export function anInventory(
  objects: readonly KubernetesObject[],
  options: InventoryOptions = {},
): Inventory {
  const base = inventoryOfManifests(
    objects,
    options.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
  );
  const { workloads, livePods, ...supportingReasons } = options.unread ?? {};
  return {
    ...base,
    supporting: {
      ...base.supporting,
      ...(options.nodes ? { nodes: listed(options.nodes) } : {}),
      ...Object.fromEntries(
        Object.entries(supportingReasons).map(([name, reason]) => [
          name,
          unlisted(reason as NotEvaluatedReason),
        ]),
      ),
    },
    workloads: workloads ? unlisted(workloads) : base.workloads,
    livePods: options.livePods
      ? listed(options.livePods)
      : unlisted(livePods ?? 'unreachable'),
  };
}
