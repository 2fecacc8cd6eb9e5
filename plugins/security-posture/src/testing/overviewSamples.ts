import type {
  NamedEntities,
  OverviewResponse,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { NONE_EXEMPTED } from './sampleParts';
import { minutesAgo } from './samples';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How the organisation stood at the end of a day. */
export function aTrendPoint(over: Partial<TrendPoint> = {}): TrendPoint {
  return {
    day: '2026-11-19',
    raw: 33,
    effective: 33,
    coverage: 0.9,
    open: { critical: 2, high: 17, medium: 30, low: 13, info: 4 },
    exempted: NONE_EXEMPTED,
    members: { judged: 21, notReady: 9, ready: 9, total: 24, p10: 36 },
    steps: [],
    ...over,
  };
}

/** 90 days in which findings became fewer: 86 at first, 62 now; two services became ready in the last 30. */
export function aTrend(): TrendPoint[] {
  return Array.from({ length: 90 }, (_, index) => {
    const day = new Date(Date.parse('2026-08-22') + index * DAY_MS);
    const more = Math.round((24 * (89 - index)) / 89);
    return aTrendPoint({
      day: day.toISOString().slice(0, 10),
      open: { critical: 2, high: 17, medium: 30 + more, low: 13, info: 4 },
      members: {
        judged: 21,
        notReady: 9,
        ready: index < 70 ? 7 : 9,
        total: 24,
        p10: 36,
      },
    });
  });
}

/** Services by their names. */
export function named(total: number, ...names: string[]): NamedEntities {
  return {
    total,
    items: names.map(name => ({ entityRef: `component:default/${name}` })),
  };
}

/** The organisation on one page: 24 services, 9 of them ready. */
export function anOverview(
  over: Partial<OverviewResponse> = {},
): OverviewResponse {
  return {
    library: '1.4.0',
    entities: { total: 24, ready: 9, notReady: 9, unknown: 3, noPosture: 3 },
    open: { critical: 2, high: 17, medium: 30, low: 13, info: 4 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 2, high: 15 },
    oldestCriticalSince: minutesAgo(41 * 24 * 60),
    workloads: { swept: 131, known: 143, owned: 131 },
    clusters: { total: 3, answering: 2, lastSuccessAt: minutesAgo(14) },
    trend: aTrend(),
    weeks: Array.from({ length: 12 }, (_, index) => ({
      from: new Date(Date.parse('2026-08-31') + index * 7 * DAY_MS)
        .toISOString()
        .slice(0, 10),
      opened: index % 3,
      fixed: 2 + (index % 4),
    })),
    fixes: everyFix(),
    teams: { total: 6, items: someTeams() },
    notLookedAt: everythingUnseen(),
    partial: false,
    ...over,
  };
}

function everyFix(): OverviewResponse['fixes'] {
  return [
    {
      control: 'run-as-non-root',
      title: 'A container may run as root',
      severity: 'high',
      makesReady: named(6, 'payouts', 'cart', 'mailer', 'reports'),
      readyBefore: 9,
      readyAfter: 15,
      failing: { findings: 12, entities: 9, owners: 5 },
    },
    {
      control: 'secrets-in-environment',
      title: 'A credential is in the environment',
      severity: 'critical',
      makesReady: named(1, 'reviews'),
      readyBefore: 15,
      readyAfter: 16,
      failing: { findings: 2, entities: 2, owners: 1 },
    },
    {
      control: 'service-account-rights',
      title: 'A service account may do too much',
      severity: 'high',
      makesReady: named(0),
      readyBefore: 16,
      readyAfter: 16,
      failing: { findings: 3, entities: 3, owners: 0 },
    },
  ];
}

function someTeams(): OverviewResponse['teams']['items'] {
  return [
    {
      ref: 'group:default/media',
      title: 'Media',
      entities: { total: 3, ready: 0, notReady: 3, unknown: 0, noPosture: 0 },
      lowest: { entityRef: 'component:default/video-transcoder', score: 36 },
      open: { critical: 1, high: 3, medium: 4, low: 1, info: 0 },
    },
    {
      ref: 'group:default/data',
      entities: { total: 4, ready: 1, notReady: 3, unknown: 0, noPosture: 0 },
      lowest: { entityRef: 'component:default/events-ingest', score: 67 },
      open: { critical: 0, high: 5, medium: 4, low: 1, info: 0 },
    },
    {
      ref: 'group:default/labs',
      entities: { total: 1, ready: 0, notReady: 0, unknown: 0, noPosture: 1 },
      open: NONE_EXEMPTED,
    },
  ];
}

function everythingUnseen(): OverviewResponse['notLookedAt'] {
  return {
    clusters: [
      {
        cluster: 'prod-us',
        title: 'Production US',
        state: 'unreachable',
        reason: 'unreachable',
        lastSuccessAt: minutesAgo(8 * 60),
        entities: named(2, 'search-indexer', 'image-resizer'),
      },
    ],
    entities: [
      {
        evidence: 'lowCoverage',
        ...named(1, 'notifications'),
        coverage: 0.879,
      },
      {
        evidence: 'notMapped',
        ...named(6, 'fraud-rules', 'ads', 'beta', 'chat'),
      },
      { evidence: 'noWorkloads', ...named(1, 'cdn-purger') },
      { evidence: 'stale', ...named(2, 'search-indexer', 'image-resizer') },
    ],
    unownedWorkloads: 12,
    requiredCoverage: 0.9,
  };
}
