import type {
  ExposureEdge,
  ExposureNode,
  ExposureResponse,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';

/** Workloads that the picture shows: more cannot be followed by eye. */
const WORKLOADS_DRAWN = 8;

/** A box of the picture. */
export interface DrawnNode extends ExposureNode {
  /** Of a workload: how many policies select it. They bound it and lead nowhere, so they are told in its box. */
  policies?: number;
  /** Of what stands for the rights of an account that has none that matters, or of which none is known. */
  rights?: 'none' | 'unknown';
}

/** The part of an exposure that is drawn. */
export interface DrawnExposure {
  nodes: DrawnNode[];
  edges: ExposureEdge[];
  /** How many of the workloads. */
  workloads: number;
}

/** What leads to the workloads that are reached from furthest, and what they lead to. */
export function graphOf(exposure: ExposureResponse): DrawnExposure {
  const drawn = exposure.workloads.slice(0, WORKLOADS_DRAWN);
  const ids = new Set(drawn.map(({ id }) => id));
  const policies = new Set(
    exposure.nodes.filter(({ type }) => type === 'policy').map(({ id }) => id),
  );
  const ways = exposure.edges.filter(({ from }) => !policies.has(from));
  const edges = [
    ...follow(ids, ways, 'from', 'to', 2),
    ...follow(ids, ways, 'to', 'from', 3),
  ];
  const met = new Set([...ids, ...edges.flatMap(({ from, to }) => [from, to])]);
  const nodes = exposure.nodes.filter(({ id }) => met.has(id));
  const ends = endsOf(drawn, nodes, edges);
  return {
    nodes: [...nodes.map(node => withPolicies(node, drawn)), ...ends],
    edges: [
      ...new Set(edges),
      ...ends.map(({ id, name }) => ({ from: name, to: id })),
    ],
    workloads: drawn.length,
  };
}

function withPolicies(
  node: ExposureNode,
  workloads: readonly WorkloadExposureView[],
): DrawnNode {
  const workload = workloads.find(({ id }) => id === node.id);
  if (!workload) return node;
  const { policies, leftOut } = workload;
  return { ...node, policies: policies.length + leftOut.policies };
}

/** A last box for each account that leads to no right, so that every way ends in the same column. */
function endsOf(
  workloads: readonly WorkloadExposureView[],
  nodes: readonly ExposureNode[],
  edges: readonly ExposureEdge[],
): DrawnNode[] {
  const leading = new Set(edges.map(({ from }) => from));
  return nodes
    .filter(({ id, type }) => type === 'serviceAccount' && !leading.has(id))
    .map(({ id, cluster }) => ({
      id: `${id} may`,
      type: 'right',
      cluster,
      kind: '',
      name: id,
      rights: rightsUnread(workloads, id) ? 'unknown' : 'none',
    }));
}

function rightsUnread(
  workloads: readonly WorkloadExposureView[],
  account: string,
): boolean {
  return workloads.some(
    ({ serviceAccount, unread }) =>
      serviceAccount === account &&
      unread.some(({ list }) => list === 'rights'),
  );
}

/** The edges that lead from these nodes on, so many steps far. */
function follow(
  start: ReadonlySet<string>,
  edges: readonly ExposureEdge[],
  near: 'from' | 'to',
  far: 'from' | 'to',
  steps: number,
): ExposureEdge[] {
  if (steps === 0) return [];
  const found = edges.filter(edge => start.has(edge[near]));
  if (found.length === 0) return [];
  const next = new Set(found.map(edge => edge[far]));
  return [...found, ...follow(next, edges, near, far, steps - 1)];
}
