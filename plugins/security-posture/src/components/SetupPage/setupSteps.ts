import type {
  ClusterCoverage,
  CoverageResponse,
} from 'backstage-plugin-security-posture-common';

/** What has to be so before postures can be trusted, in the order in which it is set up. */
export type SetupStepId = 'backend' | 'clusters' | 'answers' | 'services';

/** Done; something is left to do; or this user may not see it. */
export type SetupState = 'done' | 'open' | 'hidden';

/** A step of the set-up, and how far it is. */
export interface SetupStep {
  readonly id: SetupStepId;
  readonly state: SetupState;
  /** So many of so many are set up; absent where nothing can be counted. */
  readonly done?: number;
  readonly of?: number;
  /** Clusters that leave it open. */
  readonly clusters: readonly ClusterCoverage[];
}

/** How far the portal is set up, from what was looked at. That there is an answer at all shows that the backend is there. */
export function setupSteps(coverage: CoverageResponse): SetupStep[] {
  const { clusters, entities } = coverage;
  const { expected, expectedWithWorkloads } = entities;
  return [
    { id: 'backend', state: 'done', clusters: [] },
    ...(clusters
      ? clusterSteps(clusters)
      : ([
          { id: 'clusters', state: 'hidden', clusters: [] },
          { id: 'answers', state: 'hidden', clusters: [] },
        ] as const)),
    {
      id: 'services',
      state:
        expected > 0 && expectedWithWorkloads === expected ? 'done' : 'open',
      done: expectedWithWorkloads,
      of: expected,
      clusters: [],
    },
  ];
}

function clusterSteps(clusters: readonly ClusterCoverage[]): SetupStep[] {
  const silent = clusters.filter(cluster => cluster.stale);
  return [
    {
      id: 'clusters',
      state: clusters.length > 0 ? 'done' : 'open',
      of: clusters.length,
      clusters: [],
    },
    {
      id: 'answers',
      state: clusters.length > 0 && silent.length === 0 ? 'done' : 'open',
      done: clusters.length - silent.length,
      of: clusters.length,
      clusters: silent,
    },
  ];
}
