import type {
  HierarchyResponse,
  HierarchyRow,
  ScopeDetails,
  ScopeMatrixCell,
  ScopeMatrixResponse,
  ScopeRow,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import { minutesAgo, NONE_EXEMPTED } from './samples';

const DAY_MINUTES = 24 * 60;

const NONE_OPEN = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** A team with a critical finding that is open for six days. */
export function aScopeRow(over: Partial<ScopeRow> = {}): ScopeRow {
  return {
    ref: 'group:default/payments',
    title: 'Payments',
    parent: 'group:default/commerce',
    members: { total: 6, ready: 2, notReady: 2, unknown: 0, noPosture: 2 },
    lowest: {
      entityRef: 'component:default/payments-api',
      title: 'Payments API',
      effective: 33,
      grade: 'F',
      stale: false,
    },
    p10: 33,
    open: { critical: 1, high: 4, medium: 6, low: 2, info: 0 },
    exempted: { ...NONE_EXEMPTED, high: 1 },
    oldestCriticalSince: minutesAgo(6 * DAY_MINUTES),
    oldestCriticalOn: {
      entityRef: 'component:default/payments-api',
      title: 'Payments API',
    },
    change30d: { by: -4, steps: [] },
    ready30d: { by: -1, steps: [] },
    coverage: 0.96,
    ...over,
  };
}

/** A team at its place in the hierarchy. */
export function aHierarchyRow(over: Partial<HierarchyRow> = {}): HierarchyRow {
  return { ...aScopeRow(), level: 1, below: 0, ...over };
}

const NO_CRITICAL = {
  open: { ...NONE_OPEN, high: 3 },
  exempted: NONE_EXEMPTED,
  oldestCriticalSince: undefined,
  oldestCriticalOn: undefined,
};

/** A department over two teams, and one over a team of which nothing was judged. */
export function everyHierarchyRow(): HierarchyRow[] {
  return [
    aHierarchyRow({
      ref: 'group:default/commerce',
      title: 'Commerce',
      parent: undefined,
      members: { total: 11, ready: 5, notReady: 4, unknown: 0, noPosture: 2 },
      ready30d: { by: 0, steps: [] },
      level: 0,
      below: 2,
    }),
    aHierarchyRow(),
    aHierarchyRow({
      ...NO_CRITICAL,
      ref: 'group:default/storefront',
      title: undefined,
      members: { total: 5, ready: 3, notReady: 2, unknown: 0, noPosture: 0 },
      lowest: {
        entityRef: 'component:default/reviews',
        effective: 67,
        grade: 'D',
        stale: true,
      },
      p10: 67,
      ready30d: { by: 1, steps: ['library'] },
    }),
    aHierarchyRow({
      ...NO_CRITICAL,
      ref: 'group:default/labs',
      title: 'Labs',
      parent: undefined,
      members: { total: 2, ready: 0, notReady: 0, unknown: 0, noPosture: 2 },
      lowest: undefined,
      p10: null,
      open: NONE_OPEN,
      change30d: null,
      ready30d: null,
      coverage: null,
      level: 0,
    }),
  ];
}

/** Teams along their hierarchy. */
export function aHierarchyAnswer(
  over: Partial<HierarchyResponse> = {},
): HierarchyResponse {
  const items = over.items ?? everyHierarchyRow();
  return {
    verdict: {
      scopes: 6,
      withCritical: 2,
      critical: 2,
      entities: 24,
      judged: 21,
      oldest: [
        {
          ref: 'group:default/media',
          title: 'Media',
          entityRef: 'component:default/video-transcoder',
          since: '2026-10-09T08:00:00.000Z',
        },
        {
          ref: 'group:default/payments',
          title: 'Payments',
          entityRef: 'component:default/payments-api',
          entityTitle: 'Payments API',
          since: '2026-11-13T08:00:00.000Z',
        },
      ],
    },
    items,
    whole: true,
    total: items.length,
    partial: false,
    ...over,
  };
}

function aMatrixCell(over: Partial<ScopeMatrixCell> = {}): ScopeMatrixCell {
  return {
    failing: 0,
    judged: 4,
    notEvaluated: 0,
    stale: 0,
    exempted: 0,
    ...over,
  };
}

/** Two teams by three controls. */
export function aScopeMatrixAnswer(
  over: Partial<ScopeMatrixResponse> = {},
): ScopeMatrixResponse {
  return {
    columns: [
      {
        control: 'privileged-container',
        title: 'A container runs privileged',
        severity: 'critical',
      },
      {
        control: 'run-as-non-root',
        title: 'A container may run as root',
        severity: 'high',
      },
      {
        control: 'image-vulnerabilities',
        title: 'An image has known vulnerabilities',
        severity: 'high',
      },
    ],
    moreColumns: 2,
    rows: [
      {
        ref: 'group:default/commerce',
        title: 'Commerce',
        level: 0,
        total: 11,
        judged: 9,
        cells: [
          aMatrixCell({ failing: 1, judged: 9 }),
          aMatrixCell({ failing: 4, judged: 9, stale: 1 }),
          aMatrixCell({ judged: 9, exempted: 1 }),
        ],
      },
      {
        ref: 'group:default/payments',
        title: 'Payments',
        level: 1,
        total: 6,
        judged: 4,
        cells: [
          aMatrixCell({ failing: 1 }),
          aMatrixCell({ failing: 3 }),
          aMatrixCell({ judged: 3, notEvaluated: 1 }),
        ],
      },
    ],
    total: 2,
    partial: false,
    ...over,
  };
}

/** A day on which some members were ready. */
export function aScopeDay(
  day: string,
  ready: number,
  over: Partial<TrendPoint> = {},
): TrendPoint {
  return {
    day,
    raw: 33,
    effective: 33,
    coverage: 0.96,
    open: { critical: 1, high: 4, medium: 6, low: 2, info: 0 },
    exempted: NONE_EXEMPTED,
    members: { judged: 4, notReady: 4 - ready, ready, total: 6, p10: 33 },
    steps: [],
    ...over,
  };
}

/** The roll-up of a team. */
export function aScopeDetails(over: Partial<ScopeDetails> = {}): ScopeDetails {
  return {
    scope: aScopeRow(),
    library: '1.4.0',
    trend: [
      aScopeDay('2026-08-22', 3),
      aScopeDay('2026-10-01', 3),
      aScopeDay('2026-11-13', 2, { steps: ['library'] }),
      aScopeDay('2026-11-19', 2),
    ],
    partial: false,
    ...over,
  };
}
