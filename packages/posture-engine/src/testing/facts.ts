import { DEFAULT_TABLES } from '../data/defaultTables';
import { DataTables } from '../model/dataTables';
import knownCves from './facts/knownCves.json';
import supportDates from './facts/supportDates.json';

/**
 * The tables that tests and examples are judged by: those that `yarn data:refresh` makes anew are of August 2026 here,
 * for tests take 21 November 2026 for today.
 */
export const FACTS = {
  ...DEFAULT_TABLES,
  knownCves,
  supportDates,
} as unknown as DataTables;
