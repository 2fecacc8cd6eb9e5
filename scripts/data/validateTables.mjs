import { Failure } from '../toolchain/Failure.mjs';
import { tableFaults } from './tableFaults.mjs';
import { readJson, tableNames, tablePath } from './tableFiles.mjs';

/** Fails where a table breaks its schema. */
export async function validateTables() {
  for (const name of await tableNames()) {
    const path = tablePath(name);
    const faults = await tableFaults(name, await readJson(path));
    if (faults.length > 0) {
      throw new Failure(`${path} breaks its schema: ${faults.join('; ')}.`);
    }
  }
}
