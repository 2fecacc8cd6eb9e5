import { KubernetesObject } from '../../model/kubernetesObject';
import { isJsonObject } from '../../read/typedReads';
import { memoByList } from '../memo';

/** Kubernetes below 1.24 marks the nodes of its control plane by the second label, k3s and others by either. */
const ROLE_LABELS = [
  'node-role.kubernetes.io/control-plane',
  'node-role.kubernetes.io/master',
];

/** True for a node that is marked as one of the control plane. */
export function isControlPlaneNode({ metadata }: KubernetesObject): boolean {
  const labels = isJsonObject(metadata.labels) ? metadata.labels : {};
  return ROLE_LABELS.some(label => label in labels);
}

/** The nodes of the control plane. */
export const controlPlaneNodes = memoByList(
  (nodes: readonly KubernetesObject[]): readonly KubernetesObject[] =>
    nodes.filter(isControlPlaneNode),
);
