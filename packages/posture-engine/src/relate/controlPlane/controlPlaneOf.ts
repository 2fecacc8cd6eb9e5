import { ControlPlaneComponent } from '../../data/flagRule';
import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { Provider } from '../../model/dataTables';
import { KubernetesObject } from '../../model/kubernetesObject';
import { isJsonObject } from '../../read/typedReads';
import { memoByList } from '../memo';
import { providerOfCluster } from '../providerOfCluster';
import { runsComponent } from './staticPodFlags';

const COMPONENTS: readonly ControlPlaneComponent[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
];

const hasControlPlanePods = memoByList(
  (staticPods: readonly KubernetesObject[]): boolean =>
    staticPods.some(pod =>
      COMPONENTS.some(component => runsComponent(pod, component)),
    ),
);

/** The lists that tell who looks after a control plane. */
export const CONTROL_PLANE_NEEDS = [
  'staticPods',
  'nodes',
  'openShiftInfrastructures',
] as const;

/** What a control has to declare to ask who looks after a control plane. */
export type ControlPlaneNeed = (typeof CONTROL_PLANE_NEEDS)[number];

/** Who looks after the control plane of a cluster, as far as the cluster shows it. */
export type ControlPlane =
  | { readonly is: 'visible' }
  | { readonly is: 'providerManaged'; readonly provider: Provider }
  | { readonly is: 'notVisible' };

/**
 * Whether the static pods of the control plane are there; if none is, whether the version of the API server or the labels of nodes show
 * a provider that runs it. The id of a node's machine proves nothing: control planes of one's own are hosted on the same clouds.
 * Throws MissingInput where static pods were not read.
 */
export function controlPlaneOf({
  inventory,
  serverVersion,
  tables,
}: ControlContext<ControlPlaneNeed>): ControlPlane {
  if (hasControlPlanePods(inventory.staticPods)) return { is: 'visible' };
  const provider = providerOfCluster(tables.providers, {
    serverVersion,
    nodes: unlessMissing(() => inventory.nodes),
  });
  const infrastructures =
    unlessMissing(() => inventory.openShiftInfrastructures) ?? [];
  const isManaged =
    provider?.managedControlPlane ||
    (provider?.id === 'openshift' && infrastructures.some(isRunByRedHat));
  return provider && isManaged
    ? { is: 'providerManaged', provider }
    : { is: 'notVisible' };
}

/** ROSA marks the machines of its clusters, those whose control plane runs elsewhere included. */
function isRunByRedHat({ status }: KubernetesObject): boolean {
  const platform = isJsonObject(status) ? status.platformStatus : undefined;
  const aws = isJsonObject(platform) ? platform.aws : undefined;
  const tags = isJsonObject(aws) ? aws.resourceTags : undefined;
  return (
    Array.isArray(tags) &&
    tags.some(
      (tag: unknown) =>
        isJsonObject(tag) &&
        tag.key === 'red-hat-managed' &&
        tag.value === 'true',
    )
  );
}
