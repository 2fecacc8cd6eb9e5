import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../toolchain/Failure.mjs';
import { runSteps } from './runSteps.mjs';

const passes = { name: 'a check', run: async () => undefined };
const counts = { name: 'tests', run: async () => ({ passed: 5, failed: 2 }) };
const throws = {
  name: 'broken',
  run: async () => {
    throw new Failure('It does not work.');
  },
};

async function run(steps) {
  const reports = [];
  const total = await runSteps(steps, { report: line => reports.push(line) });
  return { ...total, reports };
}

test('adds up what the steps count; a check that passes counts nothing', async () => {
  const { passed, failed } = await run([passes, counts, counts]);
  assert.deepEqual([passed, failed], [10, 4]);
});

test('goes on after a step that throws, which is one failure', async () => {
  const { passed, failed, reports } = await run([throws, counts]);
  assert.deepEqual([passed, failed], [5, 3]);
  assert.ok(reports.includes('It does not work.'));
});

test('stops after a needed step that throws', async () => {
  const needed = { ...throws, isNeeded: true };
  const { passed, failed } = await run([needed, counts]);
  assert.deepEqual([passed, failed], [0, 1]);
});
