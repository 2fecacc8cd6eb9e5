import { inRepository } from '../toolchain/paths.mjs';
import { readText } from '../toolchain/readText.mjs';
import { TYPESCRIPT } from '../toolchain/startNode.mjs';
import { clearReport } from './clearReport.mjs';
import { countNodeTests } from './counts.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './tools.mjs';

const REPORT = inRepository('node_modules/.cache/verify/processes.tap');

/** Runs the tests with real backend processes, on a real PostgreSQL, one after the other. */
export async function runProcessTests() {
  await clearReport(REPORT);
  const postgres = await startPostgres();
  try {
    const exitCode = await runNode(
      [
        ...TYPESCRIPT,
        '--test',
        '--test-concurrency=1',
        '--test-force-exit',
        '--test-reporter=spec',
        '--test-reporter-destination=stderr',
        '--test-reporter=tap',
        `--test-reporter-destination=${REPORT}`,
        'scripts/processes/*.test.ts',
      ],
      { BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url },
    );
    return countNodeTests(await readText(REPORT), exitCode);
  } finally {
    await postgres.stop();
  }
}
