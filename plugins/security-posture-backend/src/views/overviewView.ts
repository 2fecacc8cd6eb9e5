import {
  NotLookedAt,
  OverviewFix,
  OverviewResponse,
  SilentCluster,
} from 'backstage-plugin-security-posture-common';
import { ReadinessThresholds } from 'security-posture-engine';
import { PlannedFix } from '../database/operations/overview/FixPlan';
import { OverviewNumbers } from '../database/OverviewReader';
import { ClusterRecord } from '../database/records';
import { utcDay } from '../database/utcDay';
import { timeAt } from './isoTime';
import { ControlIndex } from './PostureSettings';
import { trendView } from './trendView';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of the trend, today among them. */
const DAYS = 90;

/** Entities that are named of those that a fix makes ready. */
const NAMED = 4;

/** What an overview is made with beside its numbers. */
export interface OverviewTerms {
  readonly owner?: string;
  readonly clusters: readonly ClusterRecord[];
  readonly controls: ControlIndex;
  /** Version of the control library. */
  readonly library: string;
  readonly thresholds: ReadinessThresholds;
  readonly now: number;
  /** True where the caller may read clusters. */
  readonly readsClusters: boolean;
}

/** The numbers of the board's overview, as the API answers them. */
export function overviewView(
  numbers: OverviewNumbers,
  terms: OverviewTerms,
): OverviewResponse {
  const { entities, open, exempted, blocking, workloads } = numbers;
  const { owner, library, now } = terms;
  return {
    ...(owner ? { owner } : {}),
    library,
    entities,
    open,
    exempted,
    blocking,
    ...timeAt('oldestCriticalSince', numbers.oldestCritical),
    workloads,
    clusters: clusterNumbers(terms.clusters),
    trend: trendView(
      numbers.days,
      utcDay(now - (DAYS - 1) * DAY_MS),
      utcDay(now),
    ),
    weeks: [...numbers.weeks],
    fixes: fixViews(numbers.fixes, entities.ready, terms.controls),
    teams: { ...numbers.teams, items: [...numbers.teams.items] },
    notLookedAt: notLookedAt(numbers, terms),
    partial: numbers.partial,
  };
}

function clusterNumbers(
  clusters: readonly ClusterRecord[],
): OverviewResponse['clusters'] {
  const answering = clusters.filter(({ state }) => state === 'scanned');
  const times = answering.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  return {
    total: clusters.length,
    answering: answering.length,
    ...timeAt('lastSuccessAt', times.length ? Math.min(...times) : undefined),
  };
}

/** Each fix begins where the one before it ends. */
function fixViews(
  fixes: readonly PlannedFix[],
  ready: number,
  controls: ControlIndex,
): OverviewFix[] {
  let readyBefore = ready;
  return fixes.map(fix => {
    const { control, severity, makesReady, findings, entities, owners } = fix;
    const readyAfter = readyBefore + makesReady.length;
    const view: OverviewFix = {
      control,
      title: controls.get(control)?.failureTitle ?? control,
      severity,
      makesReady: {
        total: makesReady.length,
        items: makesReady.slice(0, NAMED),
      },
      readyBefore,
      readyAfter,
      failing: { findings, entities, owners },
    };
    readyBefore = readyAfter;
    return view;
  });
}

/** What clusters say of themselves, and what belongs to nobody, is only for those who may read clusters. */
function notLookedAt(
  { unseen, silent, workloads, partial }: OverviewNumbers,
  { owner, clusters, thresholds, readsClusters }: OverviewTerms,
): NotLookedAt {
  const unowned = workloads.known - workloads.owned;
  return {
    ...(readsClusters ? { clusters: silentClusters(clusters, silent) } : {}),
    entities: [...unseen],
    ...(readsClusters && !partial && !owner
      ? { unownedWorkloads: unowned }
      : {}),
    requiredCoverage: thresholds.coverage,
  };
}

function silentClusters(
  clusters: readonly ClusterRecord[],
  silent: OverviewNumbers['silent'],
): SilentCluster[] {
  return clusters.flatMap(cluster => {
    const entities = silent.get(cluster.name);
    if (!entities) return [];
    const { name, title, state, reason, lastSuccessAt } = cluster;
    return {
      cluster: name,
      ...(title ? { title } : {}),
      state,
      ...(reason ? { reason } : {}),
      ...timeAt('lastSuccessAt', lastSuccessAt),
      entities,
    };
  });
}
