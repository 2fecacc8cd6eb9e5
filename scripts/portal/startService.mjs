import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../toolchain/Failure.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { hasEnded } from '../toolchain/processes.mjs';
import { startNode } from '../toolchain/startNode.mjs';
import { tryFetch } from '../toolchain/tryFetch.mjs';

const CHECK_EVERY_MS = 200;
const LAST_LINES = 20;

/**
 * Starts a long-lived Node process whose output goes to a log, and waits until
 * it answers. Fails, with the end of its log, if it stops or does not answer in
 * time. Resolves to the process and the path of its log.
 *
 * @param service.name what a failure calls it
 * @param service.nodeArguments what Node is called with
 * @param service.folder the folder it runs in, from the root
 * @param service.environment variables that it gets besides ours
 * @param service.url what answers below 500 once it is ready
 * @param service.timeoutSeconds how long that may take
 */
export async function startService(service) {
  const { name, url, timeoutSeconds } = service;
  const log = inRepository('.demo', `${name.replace(' ', '-')}.log`);
  const child = startLogged(service, log);
  const deadline = Date.now() + timeoutSeconds * 1000;
  while (!(await isReady(url))) {
    if (hasEnded(child)) {
      throw failure(`The ${name} stopped`, log);
    }
    if (Date.now() > deadline) {
      throw failure(
        `The ${name} did not answer within ${timeoutSeconds} seconds`,
        log,
      );
    }
    await sleep(CHECK_EVERY_MS);
  }
  return { child, log };
}

async function isReady(url) {
  const response = await tryFetch(url);
  return response !== undefined && response.status < 500;
}

function startLogged({ nodeArguments, folder, environment }, log) {
  mkdirSync(inRepository('.demo'), { recursive: true });
  const output = openSync(log, 'w');
  const child = startNode(nodeArguments, {
    cwd: inRepository(folder),
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return child;
}

function failure(what, log) {
  const end = readFileSync(log, 'utf8').trim().split('\n').slice(-LAST_LINES);
  return new Failure(`${what}; its log ${log} ends with:\n${end.join('\n')}`);
}
