import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Node that `npm run demo` and `npm run verify` fetch where the running one is older. */
const FETCHED = fileURLToPath(
  new URL('../../.toolchain/node_modules/node/bin/node', import.meta.url),
);

/** From here on Node keeps compiled code, which is half of what a scan waits for. */
const KEEPS_COMPILED_CODE = 22;

/** What is answered for a run that a signal ended. */
const STOPPED = 2;

/**
 * Runs the calling script again on the Node that was fetched, where the running
 * one is older. Returns its exit code, or undefined where it did not run.
 * It fetches nothing, and imports nothing else: all of it is waited for.
 */
export function runOnFetchedNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= KEEPS_COMPILED_CODE || !existsSync(FETCHED)) return undefined;
  const { error, status } = spawnSync(FETCHED, process.argv.slice(1), {
    stdio: 'inherit',
  });
  return error ? undefined : status ?? STOPPED;
}
