import {
  BlockingCounts,
  EntityRow,
  SeverityCounts,
  SummaryResponse,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from 'security-posture-engine';
import { ClusterRecord } from '../database/records';

/** What the organisation's numbers are made of: only what the caller may see. */
export interface SummarySources {
  readonly rows: readonly EntityRow[];
  readonly clusters: readonly ClusterRecord[];
  readonly workloads: SummaryResponse['workloads'];
  readonly partial: boolean;
}

/** The organisation in numbers. */
export function summaryView({
  rows,
  clusters,
  workloads,
  partial,
}: SummarySources): SummaryResponse {
  return {
    entities: countEntities(rows),
    open: sumOpen(rows),
    blocking: sumBlocking(rows),
    workloads,
    clusters: {
      total: clusters.length,
      answering: clusters.filter(({ state }) => state === 'scanned').length,
    },
    partial,
  };
}

function countEntities(
  rows: readonly EntityRow[],
): SummaryResponse['entities'] {
  const counts = {
    total: rows.length,
    ready: 0,
    notReady: 0,
    unknown: 0,
    noPosture: 0,
  };
  for (const { state, readiness } of rows)
    counts[state === 'judged' ? readiness : 'noPosture'] += 1;
  return counts;
}

function sumOpen(rows: readonly EntityRow[]): SeverityCounts {
  const sum = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { open } of rows) {
    for (const severity of SEVERITIES) sum[severity] += open[severity];
  }
  return sum;
}

function sumBlocking(rows: readonly EntityRow[]): BlockingCounts {
  const sum = { critical: 0, high: 0 };
  for (const { blocking } of rows) {
    sum.critical += blocking.critical;
    sum.high += blocking.high;
  }
  return sum;
}
