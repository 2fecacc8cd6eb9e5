import { Failure } from '../toolchain/Failure.mjs';
import { say } from '../toolchain/say.mjs';

const NOTHING_COUNTED = { passed: 0, failed: 0 };

/**
 * Runs all steps, even after one failed, and adds up what they counted. A step
 * that throws counts as one failure; one that counts nothing is a check that
 * passed. After one that all others need, nothing else runs.
 */
export async function runSteps(steps, { report = say } = {}) {
  const total = { ...NOTHING_COUNTED };
  for (const { name, run, isNeeded } of steps) {
    report(`${name} …`);
    const { passed, failed } = await runStep(run, report);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) {
      report(`${name}: ${failed} failed`);
    }
    if (failed > 0 && isNeeded) {
      break;
    }
  }
  return total;
}

async function runStep(run, report) {
  try {
    return (await run()) ?? NOTHING_COUNTED;
  } catch (error) {
    report(error instanceof Failure ? error.message : error.stack);
    return { passed: 0, failed: 1 };
  }
}
