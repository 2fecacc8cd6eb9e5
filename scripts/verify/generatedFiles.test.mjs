import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFiles } from './generatedFiles.mjs';

const before = new Map([
  ['kept.ts', '1'],
  ['changed.ts', '1'],
  ['removed.ts', '1'],
]);

test('names what changed, appeared and went away', () => {
  const after = new Map([
    ['kept.ts', '1'],
    ['changed.ts', '2'],
    ['added.ts', '1'],
  ]);
  assert.deepEqual(changedFiles(before, after), [
    'added.ts',
    'changed.ts',
    'removed.ts',
  ]);
});

test('names nothing where nothing changed', () => {
  assert.deepEqual(changedFiles(before, new Map(before)), []);
});
