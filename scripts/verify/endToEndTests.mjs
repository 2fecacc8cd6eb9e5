import { startPortal } from '../portal/startPortal.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { endProcess } from '../toolchain/processes.mjs';
import { readText } from '../toolchain/readText.mjs';
import { countPlaywright } from './counts.mjs';
import { clearReport } from './clearReport.mjs';
import { runTool } from './tools.mjs';

const REPORT = inRepository('e2e-test-report/results.json');

/** Runs the tests in a browser, against the portal that the demo starts. */
export async function runEndToEndTests() {
  await clearReport(REPORT);
  const services = await startPortal();
  try {
    const exitCode = await runTool('playwright', ['test']);
    return countPlaywright(await readText(REPORT), exitCode);
  } finally {
    await Promise.all(services.map(({ child }) => endProcess(child)));
  }
}
