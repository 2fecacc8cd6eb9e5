import type {
  CoverageResponse,
  UnownedWorkload,
} from 'backstage-plugin-security-posture-common';
import { minutesAgo } from './samples';

/** What was looked at of 24 services in two clusters, one of which is silent. */
export function aCoverage(
  over: Partial<CoverageResponse> = {},
): CoverageResponse {
  return {
    workloads: { swept: 131, known: 143, owned: 131 },
    entities: {
      total: 24,
      expected: 23,
      expectedWithWorkloads: 20,
      states: {
        judged: 20,
        notMapped: 1,
        noWorkloads: 2,
        neverScanned: 0,
        needsUserCredentials: 1,
        unreachable: 0,
        noClusters: 0,
      },
      stale: 2,
    },
    clusters: [
      {
        cluster: 'prod-eu',
        title: 'Production EU',
        state: 'scanned',
        lastSuccessAt: minutesAgo(12),
        stale: false,
        gaps: [
          {
            control: 'etcd-encryption',
            reason: 'controlPlaneNotVisible',
            since: minutesAgo(90),
          },
          { control: 'audit-log', reason: 'forbidden', since: minutesAgo(60) },
          { control: 'node-tls', reason: 'forbidden', since: minutesAgo(70) },
        ],
      },
      {
        cluster: 'prod-us',
        state: 'unreachable',
        reason: 'unreachable',
        lastSuccessAt: minutesAgo(480),
        stale: true,
        gaps: [],
      },
    ],
    partial: false,
    ...over,
  };
}

/** A workload of nobody, whose label tells whose it may be. */
export const LOST_WORKLOAD: UnownedWorkload = {
  cluster: 'prod-eu',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'ops',
  name: 'lost',
  suggestedOwner: {
    ref: 'component:default/web',
    because: {
      kind: 'label',
      label: 'app.kubernetes.io/part-of',
      value: 'web',
    },
  },
};
