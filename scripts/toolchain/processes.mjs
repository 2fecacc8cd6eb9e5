import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './Failure.mjs';

const GRACE_MS = 8_000;
const running = new Set();
const cleanUps = new Set();
let isEnding = false;

/** Whether this script has begun to end, because it is done or interrupted. */
export const isEndingAll = () => isEnding;

/**
 * Has something done before this script ends, however it ends. Returns a
 * function that does it now, and once only.
 */
export function beforeEnd(cleanUp) {
  const once = async () => {
    if (cleanUps.delete(once)) {
      await cleanUp();
    }
  };
  cleanUps.add(once);
  return once;
}

/**
 * Starts a process in a group of its own, so that {@link endProcess} reaches
 * its children too and Ctrl-C reaches only us, who end it.
 */
export function startProcess(command, args, options = {}) {
  if (isEnding) {
    throw new Failure('Nothing is started any more: the script is ending.');
  }
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Runs a process to its end. Resolves to its exit code and collected output. */
export function runProcess(command, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = startProcess(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let output = '';
    const collect = chunk => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ exitCode: code ?? 1, signal, output }),
    );
  });
}

/** Whether a process has exited or was killed. */
export function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Ends a process and its children: first asks, then kills. */
export async function endProcess(child) {
  if (hasEnded(child)) {
    return;
  }
  const ended = new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

/**
 * Ends every process that is still running, then does what is left to do. From
 * then on nothing can be started.
 */
export async function endAllProcesses() {
  isEnding = true;
  await Promise.all([...running].map(endProcess));
  await Promise.all([...cleanUps].map(cleanUp => cleanUp()));
}

function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
