import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOfInstall } from './failureOfInstall.mjs';

const cases = [
  ['npm error code ENOTFOUND', /registry could not be reached/],
  ['RequestError: connect ECONNREFUSED 127.0.0.1:4873', /could not be reached/],
  ['ENOSPC: no space left on device, write', /The disk filled up/],
  ['YN0028: The lockfile would have been modified', /failed:\nYN0028/],
];

for (const [output, message] of cases) {
  test(`says what "${output}" means`, () => {
    assert.match(failureOfInstall('yarn', output).message, message);
  });
}
