import { Failure } from '../toolchain/Failure.mjs';
import { fetchFacts } from './fetchFacts.mjs';
import { knownCvesTable } from './knownCves.mjs';
import { supportDatesTable } from './supportDates.mjs';
import { tableFaults } from './tableFaults.mjs';

/**
 * The tables made anew from their feeds, by name. `today` is a UTC day.
 * Throws a Failure where a feed cannot be read or what it says meets no schema.
 */
export async function refreshTables({ sources, review, today }) {
  const { answers, patches, entries } = await fetchFacts(sources);
  const tables = {
    supportDates: supportDatesTable({ answers, patches, asOf: today }),
    knownCves: knownCvesTable({ entries, review, asOf: today }),
  };
  for (const [name, table] of Object.entries(tables)) {
    const [fault] = await tableFaults(name, table);
    if (fault) {
      throw new Failure(`The feeds make no valid table ${name}: ${fault}.`);
    }
  }
  return tables;
}
