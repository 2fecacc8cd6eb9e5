import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { inRepository } from './paths.mjs';
import {
  beforeEnd,
  endAllProcesses,
  endProcess,
  hasEnded,
  runProcess,
  startProcess,
} from './processes.mjs';

const FOREVER = 'setInterval(() => {}, 1000);';

async function waitUntil(condition) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (condition()) {
      return;
    }
    await sleep(100);
  }
  assert.fail('it did not happen within 10 seconds');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('runs a process and keeps its exit code and output', async () => {
  const { exitCode, output } = await runProcess(process.execPath, [
    '--eval',
    'console.log("out"); console.error("err"); process.exit(3)',
  ]);
  assert.equal(exitCode, 3);
  assert.match(output, /out/);
  assert.match(output, /err/);
});

test('ends a process together with its children', async () => {
  const child = startProcess(
    process.execPath,
    [
      '--eval',
      `const { spawn } = require('node:child_process');
       const child = spawn(process.execPath, ['--eval', '${FOREVER}']);
       console.log(child.pid); ${FOREVER}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [output] = await child.stdout.setEncoding('utf8').take(1).toArray();
  const grandchild = Number(output);
  assert.ok(isAlive(grandchild));
  await endProcess(child);
  assert.ok(hasEnded(child));
  await waitUntil(() => !isAlive(grandchild));
});

test('a process with exitWithParent ends when its parent is killed', async () => {
  const parent = startProcess(
    process.execPath,
    [
      '--eval',
      `const { spawn } = require('node:child_process');
       const child = spawn(process.execPath, [
         '--import', '${inRepository('scripts/toolchain/exitWithParent.mjs')}',
         '--eval', '${FOREVER}'], { detached: true, stdio: 'ignore' });
       console.log(child.pid); ${FOREVER}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [output] = await parent.stdout.setEncoding('utf8').take(1).toArray();
  const child = Number(output);
  await sleep(500);
  parent.kill('SIGKILL');
  await waitUntil(() => !isAlive(child));
});

test('cleans up once, at the end or before, and then starts nothing', async () => {
  const done = [];
  const cleanUpNow = beforeEnd(async () => done.push('early'));
  beforeEnd(async () => done.push('late'));
  await cleanUpNow();
  assert.deepEqual(done, ['early']);
  await endAllProcesses();
  await endAllProcesses();
  assert.deepEqual(done, ['early', 'late']);
  assert.throws(() => startProcess('true', []), { name: 'Failure' });
});
