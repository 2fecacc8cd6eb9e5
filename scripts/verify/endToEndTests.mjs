import { startPortal } from '../portal/startPortal.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { endProcess } from '../toolchain/processes.mjs';
import { readText } from '../toolchain/readText.mjs';
import { countPlaywright } from './counts.mjs';
import { clearReport } from './clearReport.mjs';
import { runTool } from './tools.mjs';

/** The projects of playwright.config.ts, in the order in which they run. */
const PARTS = ['looking', 'changing'];

/** Runs the tests in a browser, against the portal that the demo starts: first those that only look, then those that change it. */
export async function runEndToEndTests() {
  const services = await startPortal();
  try {
    const counts = { passed: 0, failed: 0 };
    for (const part of PARTS) {
      const { passed, failed } = await runPart(part);
      counts.passed += passed;
      counts.failed += failed;
    }
    return counts;
  } finally {
    await Promise.all(services.map(({ child }) => endProcess(child)));
  }
}

async function runPart(part) {
  const report = inRepository(`e2e-test-report/${part}/results.json`);
  await clearReport(report);
  const exitCode = await runTool('playwright', ['test', '--project', part], {
    E2E_PART: part,
  });
  return countPlaywright(await readText(report), exitCode);
}
