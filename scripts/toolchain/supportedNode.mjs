import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname } from 'node:path';
import { checkDiskSpace } from './checkDiskSpace.mjs';
import { Failure } from './Failure.mjs';
import { failureOfInstall } from './failureOfInstall.mjs';
import { inRepository } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { say } from './say.mjs';

const OLDEST_NODE = 20;
const SUPPORTED_NODES = [22, 24];
const PLATFORMS = ['linux', 'darwin'];
const ARCHITECTURES = ['x64', 'arm64'];

/** The major version of a Node version such as `v24.1.0`. */
const majorOf = version => Number(version.replace('v', '').split('.')[0]);

/** Refuses a platform or Node on which nothing here can work. */
export function checkPlatform({
  version = process.version,
  platform = process.platform,
  architecture = process.arch,
} = {}) {
  if (!PLATFORMS.includes(platform) || !ARCHITECTURES.includes(architecture)) {
    throw new Failure(
      `This needs Linux or macOS on x64 or arm64, and this is ${platform} on ${architecture} (on Windows, use WSL).`,
    );
  }
  if (majorOf(version) < OLDEST_NODE) {
    throw new Failure(
      `This needs Node ${OLDEST_NODE} or newer, and this is Node ${version}.`,
    );
  }
}

/**
 * Makes sure that the rest of the calling script runs on a Node that Backstage
 * supports. On any other it fetches Node 24 into `.toolchain`, runs the script
 * again on it and ends with its exit code.
 */
export async function continueOnSupportedNode() {
  checkPlatform();
  if (SUPPORTED_NODES.includes(majorOf(process.version))) {
    putFirstOnPath(dirname(process.execPath));
    return;
  }
  const node = inRepository('.toolchain/node_modules/node/bin/node');
  if (!existsSync(node)) {
    await fetchNode();
  }
  process.exit(await runAgainOn(node));
}

function putFirstOnPath(folder) {
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
}

async function fetchNode() {
  say(`Fetching Node 24 (this is Node ${process.version}) …`);
  const folder = inRepository('.toolchain');
  await checkDiskSpace(0.5);
  await mkdir(folder, { recursive: true });
  const { exitCode, output } = await runProcess('npm', [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    // Also below `npm run --silent`, whose setting is inherited.
    '--loglevel=error',
    'node@24',
  ]);
  if (exitCode !== 0) {
    throw failureOfInstall('Node 24', output);
  }
}

function runAgainOn(node) {
  putFirstOnPath(dirname(node));
  return new Promise((resolve, reject) => {
    const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGHUP'));
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}
