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

test('adds up what the steps count; a check that passes counts nothing', async () => {
  assert.deepEqual(await runSteps([passes, counts, counts]), {
    passed: 10,
    failed: 4,
  });
});

test('goes on after a step that throws, which is one failure', async () => {
  assert.deepEqual(await runSteps([throws, counts]), { passed: 5, failed: 3 });
});

test('stops after a needed step that throws', async () => {
  const needed = { ...throws, isNeeded: true };
  assert.deepEqual(await runSteps([needed, counts]), { passed: 0, failed: 1 });
});
