/** What a tool found, before its age is looked at. */
export interface ToolVerdict {
  readonly passed: boolean;
  /** The node, where one is known. */
  readonly node?: string;
  /** `Node cp-1`, `Pod kube-system/etcd-cp-1`, or `Cluster` where the tool names neither. */
  readonly place: string;
  /** Epoch milliseconds. */
  readonly reportedAt: number;
}

/** How verdicts name a node. */
export function placeOfNode(name: string): string {
  return `Node ${name}`;
}

/** How verdicts speak of what no node is named for. */
export const WHOLE_CLUSTER = 'Cluster';
