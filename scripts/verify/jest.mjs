import { availableParallelism } from 'node:os';
import { readText } from '../toolchain/readText.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { countJest } from './counts.mjs';
import { startPostgres } from './postgres.mjs';
import { clearReport } from './clearReport.mjs';
import { runTool } from './tools.mjs';

/** Jest's 5 seconds are too few for a database on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;

const REPORT = inRepository('node_modules/.cache/verify/jest.json');

/** Runs the tests of all workspaces, on SQLite and on a real PostgreSQL. One more at a time than there are cores, for many wait for a database. */
export async function runJest() {
  await clearReport(REPORT);
  const postgres = await startPostgres();
  try {
    const exitCode = await runTool(
      'backstage-cli',
      [
        'repo',
        'test',
        '--json',
        `--outputFile=${REPORT}`,
        `--testTimeout=${TEST_TIMEOUT_MS}`,
        `--maxWorkers=${availableParallelism() + 1}`,
      ],
      {
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
        // Room for what lives shortly: most of what a test loads does.
        NODE_OPTIONS: '--max-old-space-size=3072 --max-semi-space-size=64',
      },
    );
    return countJest(await readText(REPORT), exitCode);
  } finally {
    await postgres.stop();
  }
}
