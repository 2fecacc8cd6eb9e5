import { Example } from '../../model/control';

const NODE = `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.35.8, operatingSystem: linux } }`;

/** A node of a cluster that kubeadm made, with the ConfigMap of kubelets' settings (lines of YAML). */
export function kubeadmNode(...settings: readonly string[]): string {
  return [
    NODE,
    '---',
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: { name: kubelet-config, namespace: kube-system }',
    'data:',
    '  kubelet: |',
    ...[
      'apiVersion: kubelet.config.k8s.io/v1beta1',
      'kind: KubeletConfiguration',
      ...settings,
    ].map(line => `    ${line}`),
  ].join('\n');
}

/** A node on which Kubescape's sensor saw this command line of the kubelet, and a configuration file where one is given. */
export function sensedNode(commandLine: string, configFile?: string): string {
  return [
    NODE,
    '---',
    'apiVersion: hostdata.kubescape.cloud/v1beta1',
    'kind: KubeletInfo',
    'metadata: { name: worker-1 }',
    'spec:',
    '  nodeName: worker-1',
    `  cmdLine: ${commandLine}`,
    ...(configFile === undefined
      ? []
      : [
          '  configFile:',
          '    path: /var/lib/kubelet/config.yaml',
          `    content: ${btoa(configFile)}`,
        ]),
    'status: { lastSensed: "2026-11-21T06:00:00Z" }',
  ].join('\n');
}

/** A node of which nothing is known but that it is there. */
export const UNKNOWN_KUBELET: string = NODE;

/** A node behind which stands a service of the provider. */
export const VIRTUAL_NODE: Example = `apiVersion: v1
kind: Node
metadata:
  name: fargate-ip-10-0-1-2.eu-central-1.compute.internal
  labels: { eks.amazonaws.com/compute-type: fargate }
status: { nodeInfo: { kubeletVersion: v1.34.2-eks-1a2b3c4 } }`;
