#!/usr/bin/env node
// Holds every data table to its schema.
import { runMain } from '../toolchain/runMain.mjs';
import { say } from '../toolchain/say.mjs';
import { tableNames } from './tableFiles.mjs';
import { validateTables } from './validateTables.mjs';

runMain(async () => {
  await validateTables();
  const names = await tableNames();
  say(`${names.length} tables meet their schemas: ${names.join(', ')}`);
});
