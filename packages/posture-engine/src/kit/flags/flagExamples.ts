import { ControlPlaneComponent } from '../../data/flagRule';
import { Example } from '../../model/control';

/** YAML of the static pod of a component with these flags, as kubeadm makes it. */
export function staticPod(
  component: ControlPlaneComponent,
  flags: readonly string[],
  node = 'cp-1',
): string {
  return [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    `  name: ${component}-${node}`,
    '  namespace: kube-system',
    `  labels: { component: ${component}, tier: control-plane }`,
    '  annotations: { kubernetes.io/config.mirror: "5d9a1c6a4d8e0f3b" }',
    'spec:',
    `  nodeName: ${node}`,
    '  containers:',
    `    - name: ${component}`,
    '      command:',
    ...[component, ...flags].map(token => `        - ${quoted(token)}`),
  ].join('\n');
}

function quoted(token: string): string {
  return /^-?\d/.test(token) ? `"${token}"` : token;
}

/** The static pod of an API server. */
export function apiServerPod(...flags: readonly string[]): string {
  return staticPod('kube-apiserver', flags);
}

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

/** A cluster whose control plane a provider runs. */
export const MANAGED_CLUSTER: Example = {
  given: NAMESPACE,
  surroundings: { fromCluster: true, serverVersion: 'v1.35.2-eks-1a2b3c4' },
};

/** A cluster that shows nothing of its control plane. */
export const HIDDEN_CONTROL_PLANE: Example = {
  given: NAMESPACE,
  surroundings: { fromCluster: true, serverVersion: 'v1.35.2' },
};
