import { DataTables } from '../model/dataTables';
import { JsonObject } from '../read/typedReads';
import agents from './schemas/agents.schema.json';
import builtInBindings from './schemas/builtInBindings.schema.json';
import capabilities from './schemas/capabilities.schema.json';
import cisIds from './schemas/cisIds.schema.json';
import knownCves from './schemas/knownCves.schema.json';
import providers from './schemas/providers.schema.json';
import runtimeSockets from './schemas/runtimeSockets.schema.json';
import safeSysctls from './schemas/safeSysctls.schema.json';
import supportDates from './schemas/supportDates.schema.json';
import toolIds from './schemas/toolIds.schema.json';

/** The JSON schema (draft 7) of each table, by the table's name. */
export const TABLE_SCHEMAS: Readonly<Record<keyof DataTables, JsonObject>> = {
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
};
