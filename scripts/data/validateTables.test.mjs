import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson, tableNames, tablePath } from './tableFiles.mjs';
import { tableFaults } from './tableFaults.mjs';
import { validateTables } from './validateTables.mjs';

test('every table of the repository meets its schema', async () => {
  await assert.doesNotReject(validateTables());
  assert.ok((await tableNames()).includes('supportDates'));
});

test('a broken table is told, with the place', async () => {
  const table = await readJson(tablePath('supportDates'));
  const [kubernetes, ...rest] = table.rows;
  const broken = {
    ...table,
    rows: [{ ...kubernetes, cycles: 'none' }, ...rest],
  };
  assert.deepEqual(await tableFaults('supportDates', broken), [
    '/rows/0/cycles must be array',
  ]);
});
