import { Failure } from '../toolchain/Failure.mjs';
import { checkWithTool } from './tools.mjs';

/** Format, lint and types at once: each keeps one core busy for most of its time. Fails with all that they found. */
export async function checkSources() {
  const checks = await Promise.allSettled([
    checkWithTool('prettier', ['--check', '.']),
    checkWithTool('backstage-cli', ['repo', 'lint']),
    checkWithTool('tsc', []),
  ]);
  const failures = checks.filter(({ status }) => status === 'rejected');
  if (failures.length > 0) {
    throw new Failure(
      failures.map(({ reason }) => reason.message ?? reason).join('\n'),
    );
  }
}
