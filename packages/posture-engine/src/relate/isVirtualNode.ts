import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject } from '../read/typedReads';

/** Labels of nodes behind which stands a service of a provider, and no machine with a kubelet. */
const VIRTUAL: readonly (readonly [label: string, value: string])[] = [
  ['type', 'virtual-kubelet'],
  ['eks.amazonaws.com/compute-type', 'fargate'],
];

/** True for a node that no DaemonSet runs on and nobody can set up: Fargate, ACI and others of virtual-kubelet. */
export function isVirtualNode({ metadata }: KubernetesObject): boolean {
  const labels = isJsonObject(metadata.labels) ? metadata.labels : {};
  return VIRTUAL.some(([label, value]) => labels[label] === value);
}
