import { CoverageReader } from '../../database/CoverageReader';
import { ScopeReader } from '../../database/ScopeReader';

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
