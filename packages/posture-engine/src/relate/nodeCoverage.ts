import { KubernetesObject } from '../model/kubernetesObject';
import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { isReady } from '../read/isReady';
import { isJsonObject } from '../read/typedReads';
import { isControlPlaneNode } from './controlPlane/controlPlaneNodes';
import { isVirtualNode } from './isVirtualNode';
import { podsOfWorkload } from './podsOfWorkload';

/** On how many of the nodes that count workloads are ready. */
export interface NodeCoverage {
  /** How many nodes count. */
  readonly nodes: number;
  /** Names of those without a ready pod. */
  readonly without: readonly string[];
}

/** What there is to see of nodes and of what runs on them. */
interface Seen {
  readonly nodes: readonly KubernetesObject[];
  readonly livePods: readonly LivePod[];
}

/**
 * Whether pods of workloads, of all of them together, are ready on every node that counts: that is up, no virtual one, and as `counts` says.
 */
export function nodeCoverage(
  workloads: readonly Workload[],
  { nodes, livePods }: Seen,
  counts: (node: KubernetesObject) => boolean = () => true,
): NodeCoverage {
  const covered = nodesWithReadyPods(workloads, livePods);
  const counted = nodes.filter(
    node => isUp(node) && !isVirtualNode(node) && counts(node),
  );
  const names = counted.map(({ metadata }) => metadata.name);
  return {
    nodes: names.length,
    without: names.filter(name => !covered.has(name)),
  };
}

/** The names of the nodes on which a pod of one of these workloads is ready. */
export function nodesWithReadyPods(
  workloads: readonly Workload[],
  livePods: readonly LivePod[],
): ReadonlySet<string> {
  return new Set(
    workloads
      .flatMap(({ subject }) => podsOfWorkload(subject, livePods))
      .flatMap(({ nodeName, ready }) => (ready && nodeName ? [nodeName] : [])),
  );
}

/** True for a node on which ordinary pods may start: it is not cordoned, and not kept for the control plane. */
export function isSchedulable(node: KubernetesObject): boolean {
  const spec = isJsonObject(node.spec) ? node.spec : {};
  const taints: readonly unknown[] = Array.isArray(spec.taints)
    ? spec.taints
    : [];
  return (
    spec.unschedulable !== true &&
    !(isControlPlaneNode(node) && taints.some(repels))
  );
}

function repels(taint: unknown): boolean {
  return (
    isJsonObject(taint) &&
    (taint.effect === 'NoSchedule' || taint.effect === 'NoExecute')
  );
}

/** A node whose state is not shown counts as one that is up. */
function isUp(node: KubernetesObject): boolean {
  const { status } = node;
  return (
    !isJsonObject(status) || !Array.isArray(status.conditions) || isReady(node)
  );
}
