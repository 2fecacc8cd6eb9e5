/* Parts of a cluster whose DaemonSet `agent` has a pod on node `one`, for tests of what runs on nodes. */
export const READY =
  'status: { conditions: [{ type: Ready, status: "True" }] }';
export const DOWN = READY.replace('True', 'Unknown');
export const node = (name: string, status = READY, annotations = '{}') =>
  `apiVersion: v1
kind: Node
metadata: { name: ${name}, annotations: ${annotations} }
spec: {}
${status}`;
export const daemonSet = (
  containers: string,
  name = 'agent',
  namespace = 'kube-system',
) =>
  `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ${name}, namespace: ${namespace} }
spec: { template: { spec: { containers: [${containers}] } } }`;
export const pod = (
  on: string,
  { owner = 'agent', namespace = 'kube-system', status = READY } = {},
) =>
  `apiVersion: v1
kind: Pod
metadata:
  name: ${owner}-${on}
  namespace: ${namespace}
  ownerReferences: [{ apiVersion: apps/v1, kind: DaemonSet, name: ${owner}, controller: true }]
spec: { nodeName: ${on}, containers: [{ name: agent }] }
${status}`;
export const configMap = (name: string, data: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data: ${data}`;
export const cluster = (...documents: string[]) =>
  [node('one'), pod('one'), ...documents].join('\n---\n');
export const container = (image: string, rest = '') =>
  `{ name: agent, image: "${image}"${rest} }`;
