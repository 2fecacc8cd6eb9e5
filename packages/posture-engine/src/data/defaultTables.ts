import { DataTables } from '../model/dataTables';
import agents from './tables/agents.json';
import builtInBindings from './tables/builtInBindings.json';
import capabilities from './tables/capabilities.json';
import cisIds from './tables/cisIds.json';
import knownCves from './tables/knownCves.json';
import providers from './tables/providers.json';
import runtimeSockets from './tables/runtimeSockets.json';
import safeSysctls from './tables/safeSysctls.json';
import supportDates from './tables/supportDates.json';
import toolIds from './tables/toolIds.json';

export type { DataTables } from '../model/dataTables';

/**
 * The tables that come with this library.
 * Tests hold each to its schema, so the JSON has the types that are claimed here.
 */
export const DEFAULT_TABLES = {
  supportDates,
  knownCves,
  agents,
  providers,
  toolIds,
  cisIds,
  safeSysctls,
  capabilities,
  runtimeSockets,
  builtInBindings,
} as unknown as DataTables;
