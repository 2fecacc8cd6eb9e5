/** YAML of nodes by their names, each ready, with a DaemonSet of this image that has a ready pod on those that `runsOn` names. */
export function nodesWithAgent(
  nodes: readonly string[],
  image: string,
  runsOn: readonly string[] = nodes,
): string {
  return [...nodes.map(readyNode), daemonSet(image), ...runsOn.map(podOn)].join(
    '\n---\n',
  );
}

/** YAML of a node that is ready. */
export function readyNode(name: string): string {
  return `apiVersion: v1
kind: Node
metadata: { name: ${name} }
status: { conditions: [{ type: Ready, status: "True" }] }`;
}

function daemonSet(image: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: agents }
spec:
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: "${image}" }] }`;
}

function podOn(node: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: agent-${node}
  namespace: agents
  ownerReferences: [{ apiVersion: apps/v1, kind: DaemonSet, name: agent, controller: true }]
spec: { nodeName: ${node}, containers: [{ name: agent }] }
status: { conditions: [{ type: Ready, status: "True" }] }`;
}
