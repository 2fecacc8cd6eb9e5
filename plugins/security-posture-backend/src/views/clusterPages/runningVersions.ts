import {
  RunningLineView,
  RunningVersion,
} from 'backstage-plugin-security-posture-common';
import {
  DataTable,
  DescribedCluster,
  DescribedNode,
  RunningLine,
  supportOfLine,
  SupportedProduct,
} from 'security-posture-engine';

/** How the support of lines is told: by which table, and when. */
export interface SupportTerms {
  readonly table: DataTable<SupportedProduct>;
  readonly now: number;
}

const STATES = ['ended', 'ending', 'extended', 'supported', undefined];
const PARTS = ['apiServer', 'kubelet', 'runtime', 'system'] as const;

/** A line of releases with its support. */
export function runningLine(
  line: RunningLine,
  { table, now }: SupportTerms,
): RunningLineView {
  const support = supportOfLine(line, table, now);
  return {
    name: line.name,
    ...(support
      ? {
          support: {
            state: support.state,
            ...(support.ends === undefined ? {} : { ends: support.ends }),
          },
        }
      : {}),
  };
}

/** What runs in a cluster, with the number of nodes: what has ended first. */
export function runningVersions(
  cluster: DescribedCluster | undefined,
  nodes: readonly DescribedNode[],
  terms: SupportTerms,
): RunningVersion[] {
  const lines = [
    ...(cluster?.kubernetes
      ? [{ part: 'apiServer' as const, line: cluster.kubernetes, nodes: 0 }]
      : []),
    ...PARTS.slice(1).flatMap(part =>
      countLines(part as Exclude<RunningVersion['part'], 'apiServer'>, nodes),
    ),
  ];
  return lines
    .map(({ part, line, nodes: count }) => ({
      part,
      nodes: count,
      ...runningLine(line, terms),
    }))
    .sort(byUrgency);
}

function countLines(
  part: Exclude<RunningVersion['part'], 'apiServer'>,
  nodes: readonly DescribedNode[],
) {
  const counted = new Map<string, { line: RunningLine; nodes: number }>();
  for (const node of nodes) {
    const line = node[part];
    if (!line) continue;
    const key = JSON.stringify([line.name, line.product, line.cycle]);
    const known = counted.get(key);
    counted.set(key, { line, nodes: (known?.nodes ?? 0) + 1 });
  }
  return [...counted.values()].map(({ line, nodes: count }) => ({
    part,
    line,
    nodes: count,
  }));
}

function byUrgency(left: RunningVersion, right: RunningVersion): number {
  return (
    STATES.indexOf(left.support?.state) -
      STATES.indexOf(right.support?.state) ||
    PARTS.indexOf(left.part) - PARTS.indexOf(right.part) ||
    left.name.localeCompare(right.name)
  );
}
