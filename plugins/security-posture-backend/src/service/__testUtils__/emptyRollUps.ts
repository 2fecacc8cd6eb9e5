import { CoverageReader } from '../../database/CoverageReader';
import { OverviewReader } from '../../database/OverviewReader';
import { ScopeReader } from '../../database/ScopeReader';
import { StandingReader } from '../../database/StandingReader';

const isPartial = (visibility: unknown) => visibility !== 'all';

/** A portal without groups, systems and domains, for tests of who may ask. */
export const emptyScopes: ScopeReader = {
  listScopeRefs: async () => [],
  listScopes: async (_filter, _terms, visibility) => ({
    items: [],
    total: 0,
    partial: isPartial(visibility),
  }),
  hasScope: async () => false,
  readHierarchy: async (_filter, _terms, visibility) => ({
    items: [],
    whole: true,
    total: 0,
    partial: isPartial(visibility),
  }),
  readVerdict: async () => ({
    scopes: 0,
    withCritical: 0,
    critical: 0,
    entities: 0,
    judged: 0,
    oldest: [],
  }),
  countControls: async () => ({
    everybody: {
      members: 0,
      of: () => ({ failing: 0, stale: 0, exempted: 0, passing: 0 }),
    },
    byScope: new Map(),
  }),
  readMatrix: async (_filter, _sums, _terms, visibility) => ({
    columns: [],
    moreColumns: 0,
    rows: [],
    total: 0,
    partial: isPartial(visibility),
  }),
  readScope: async () => undefined,
  readTrend: async (_query, visibility) => ({
    days: [],
    partial: isPartial(visibility),
  }),
};

/** A portal in which there is nothing to be looked at. */
export const emptyCoverage: CoverageReader = {
  listControlEntities: async ({ visibility }) => ({
    items: [],
    total: 0,
    subjects: 0,
    exempted: 0,
    partial: isPartial(visibility),
  }),
  readCoverage: async (_terms, visibility) => ({
    workloads: { swept: 0, known: 0, owned: 0 },
    entities: {
      total: 0,
      expected: 0,
      expectedWithWorkloads: 0,
      states: {
        judged: 0,
        notMapped: 0,
        noWorkloads: 0,
        neverScanned: 0,
        needsUserCredentials: 0,
        unreachable: 0,
        noClusters: 0,
      },
      stale: 0,
    },
    partial: isPartial(visibility),
  }),
  listUnowned: async () => ({ items: [], total: 0 }),
  countFindings: async () => new Map(),
};

/** A portal in which no control was judged. */
export const emptyStandings: StandingReader = {
  readStandings: async ({ visibility, clusters }) => ({
    numbers: new Map(),
    changes: new Map(),
    partial: !clusters || isPartial(visibility),
  }),
  listClusterStandings: async () => [],
  readTurnover: async () => [],
};

const NO_FINDINGS = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** A portal of which there is nothing to be told. */
export const emptyOverview: OverviewReader = {
  readOverview: async ({ visibility }) => ({
    entities: { total: 0, ready: 0, notReady: 0, unknown: 0, noPosture: 0 },
    open: NO_FINDINGS,
    exempted: NO_FINDINGS,
    blocking: { critical: 0, high: 0 },
    workloads: { swept: 0, known: 0, owned: 0 },
    days: [],
    weeks: [],
    fixes: [],
    teams: { total: 0, items: [] },
    unseen: [],
    silent: new Map(),
    partial: isPartial(visibility),
  }),
};
