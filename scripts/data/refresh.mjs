#!/usr/bin/env node
// Brings the facts that grow old up to date: support dates and known vulnerabilities.
import { writeFile } from 'node:fs/promises';
import { formatted } from '../generate/formatted.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { runMain } from '../toolchain/runMain.mjs';
import { say } from '../toolchain/say.mjs';
import { refreshTables } from './refreshTables.mjs';
import { readJson, tablePath } from './tableFiles.mjs';

runMain(async () => {
  const tables = await refreshTables({
    review: await readJson('scripts/data/cveReview.json'),
    today: new Date().toISOString().slice(0, 10),
  });
  for (const [name, table] of Object.entries(tables)) {
    const path = tablePath(name);
    await writeFile(
      inRepository(path),
      await formatted(JSON.stringify(table, null, 2), path),
    );
    say(`${path}: ${table.rows.length} rows`);
  }
});
