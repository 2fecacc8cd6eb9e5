import { ClusterDetailsReader } from '../../database/ClusterDetailsReader';
import { EntityDetailsReader } from '../../database/EntityDetailsReader';
import { ExportReader } from '../../database/ExportReader';
import { FindingsExplorer } from '../../database/FindingsExplorer';
import { HistoryReader } from '../../database/HistoryReader';

const NOTHING = { items: [], total: 0 };

/** A past in which nothing happened, for tests of who may ask. */
export const emptyHistory: HistoryReader = {
  readDay: async () => undefined,
  listMembers: async () => [],
  listFindingsAt: async () => NOTHING,
  listFindingChanges: async () => ({
    items: [],
    counts: { opened: 0, closed: 0, changed: 0 },
  }),
  listWorkloadChanges: async () => ({ added: NOTHING, gone: NOTHING }),
  listEvents: async () => [],
  listDayEvents: async () => [],
  listChanges: async () => [],
  listEpisodes: async () => [],
  isPartial: async visibility => visibility !== 'all',
};

/** An explorer that finds nothing. */
export const emptyExplorer: FindingsExplorer = {
  explore: async () => NOTHING,
};

/** Exports of nothing. */
export const emptyExports: ExportReader = {
  takeSnapshot: async () => ({ ids: [], exemptions: new Map() }),
  readFindings: async () => [],
  listSweptAt: async () => new Map(),
};

/** Entities without workloads. */
export const emptyEntityDetails: EntityDetailsReader = {
  listWorkloads: async () => NOTHING,
  listAccounts: async () => NOTHING,
  listNamesakes: async () => [],
  countWorkloads: async () => new Map(),
};

/** Clusters without postures and sweeps. */
export const emptyClusterDetails: ClusterDetailsReader = {
  listClusterPostures: async () => new Map(),
  listSweeps: async () => [],
  countEpisodes: async () => new Map(),
  listClusterSubjects: async () => new Map(),
  listNamespaces: async () => [],
  listNodes: async () => [],
  listBindings: async () => new Map(),
  countByType: async () => new Map(),
  countFailingSubjects: async () => 0,
  listClusterTallies: async clusters =>
    clusters.map(cluster => ({ cluster, parts: [], exempted: [] })),
  countServices: async () => 0,
  listNamespaceServices: async () => new Map(),
};
