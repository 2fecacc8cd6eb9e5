import { inRepository } from '../toolchain/paths.mjs';
import { readText } from '../toolchain/readText.mjs';
import { countNodeTests } from './counts.mjs';
import { clearReport } from './clearReport.mjs';
import { runNode } from './tools.mjs';

const REPORT = inRepository('node_modules/.cache/verify/scripts.tap');

/** Runs the tests that lie beside these scripts, on Node's own runner. */
export async function runScriptTests() {
  await clearReport(REPORT);
  const exitCode = await runNode([
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stderr',
    '--test-reporter=tap',
    `--test-reporter-destination=${REPORT}`,
    'scripts/**/*.test.mjs',
  ]);
  return countNodeTests(await readText(REPORT), exitCode);
}
