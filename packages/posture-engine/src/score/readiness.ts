import { ControlTallies } from './controlTally';
import { Profile } from './profile';
import { scoreTallies } from './scoreTallies';

/** What the production gate answers. `unknown` blocks as well. */
export type Readiness = 'ready' | 'notReady' | 'unknown';

/** Thresholds of readiness; an adopter's configuration may change them. */
export interface ReadinessThresholds {
  /** Least coverage, 0 to 1. */
  readonly coverage: number;
  /** Longest time since the last complete sweep, in milliseconds. */
  readonly freshness: number;
}

/** Thresholds where nothing is configured. */
export const DEFAULT_READINESS_THRESHOLDS: ReadinessThresholds = {
  coverage: 0.9,
  freshness: 24 * 60 * 60 * 1000,
};

/** A cluster that an entity runs in, or may run in. */
export interface ClusterRecency {
  readonly cluster: string;
  /** Epoch milliseconds of the last complete sweep; undefined where there was none. */
  readonly lastSuccessAt: number | undefined;
}

/** Why an entity is not ready, or why that is unknown. */
export type ReadinessReason =
  | {
      readonly kind: 'openFindings';
      readonly severity: 'critical' | 'high';
      readonly count: number;
    }
  | { readonly kind: 'nothingEvaluated' }
  | {
      readonly kind: 'lowCoverage';
      readonly coverage: number;
      readonly required: number;
    }
  | {
      readonly kind: 'staleCluster';
      readonly cluster: string;
      readonly lastSuccessAt: number;
    }
  | { readonly kind: 'neverSweptCluster'; readonly cluster: string };

/**
 * Readiness and its reasons (scoring.md): an open critical or high fail, stale or not, is `notReady`;
 * else whatever is missing makes it `unknown`; else it is `ready`. Fails closed.
 */
export function readinessOf(
  tallies: ControlTallies,
  profile: Profile,
  clusters: readonly ClusterRecency[],
  now: number,
  thresholds: ReadinessThresholds = DEFAULT_READINESS_THRESHOLDS,
): {
  readonly readiness: Readiness;
  readonly reasons: readonly ReadinessReason[];
} {
  const blockers = blockersOf(tallies, profile);
  const gaps = [
    ...coverageGaps(tallies, profile, thresholds),
    ...freshnessGaps(clusters, now, thresholds),
  ];
  if (blockers.length)
    return { readiness: 'notReady', reasons: [...blockers, ...gaps] };
  return { readiness: gaps.length ? 'unknown' : 'ready', reasons: gaps };
}

function blockersOf(
  tallies: ControlTallies,
  profile: Profile,
): ReadinessReason[] {
  return (['critical', 'high'] as const).flatMap(severity => {
    const count = Object.keys(profile.severities).reduce(
      (sum, control) => sum + (tallies[control]?.fail[severity] ?? 0),
      0,
    );
    return count ? [{ kind: 'openFindings' as const, severity, count }] : [];
  });
}

function coverageGaps(
  tallies: ControlTallies,
  profile: Profile,
  { coverage: required }: ReadinessThresholds,
): ReadinessReason[] {
  const { coverage } = scoreTallies(tallies, profile);
  if (coverage === null || coverage === 0)
    return [{ kind: 'nothingEvaluated' }];
  return coverage < required
    ? [{ kind: 'lowCoverage', coverage, required }]
    : [];
}

function freshnessGaps(
  clusters: readonly ClusterRecency[],
  now: number,
  { freshness }: ReadinessThresholds,
): ReadinessReason[] {
  return clusters.flatMap<ReadinessReason>(({ cluster, lastSuccessAt }) => {
    if (lastSuccessAt === undefined)
      return [{ kind: 'neverSweptCluster', cluster }];
    return now - lastSuccessAt > freshness
      ? [{ kind: 'staleCluster', cluster, lastSuccessAt }]
      : [];
  });
}
