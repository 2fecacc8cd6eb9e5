import { Failure } from '../toolchain/Failure.mjs';
import { inRepository, root } from '../toolchain/paths.mjs';
import { startProcess } from '../toolchain/processes.mjs';

/**
 * Runs a tool that the repository installs, with its output on stderr.
 * Resolves to its exit code.
 */
export function runTool(name, args, environment = {}) {
  return runNode(
    [inRepository('node_modules/.bin', name), ...args],
    environment,
  );
}

/** Runs Node in the repository's root. Resolves to its exit code. */
export function runNode(args, environment = {}) {
  const child = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', process.stderr, process.stderr],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** Runs a tool and fails where it does not exit with 0. */
export async function checkWithTool(name, args) {
  if ((await runTool(name, args)) !== 0) {
    throw new Failure(`${[name, ...args].join(' ')} found something.`);
  }
}
