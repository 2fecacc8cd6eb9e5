import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countJest, countNodeTests, countPlaywright } from './counts.mjs';

const jest = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const playwright = {
  stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 },
  errors: [],
};
const tap = [
  'ok 1 - a',
  '# tests 3',
  '# pass 3',
  '# fail 0',
  '# cancelled 0',
  '# skipped 0',
  '# todo 0',
].join('\n');

const cases = [
  ['all of Jest pass', countJest, jest, 0, [7, 0]],
  ['a test fails', countJest, { ...jest, numFailedTests: 2 }, 1, [7, 2]],
  [
    'a suite does not load',
    countJest,
    { ...jest, numRuntimeErrorTestSuites: 1 },
    1,
    [7, 1],
  ],
  ['a test is skipped', countJest, { ...jest, numPendingTests: 1 }, 0, [7, 1]],
  ['Jest itself fails', countJest, jest, 1, [7, 1]],
  ['Jest leaves no report', countJest, undefined, 0, [0, 1]],
  ['all of Playwright pass', countPlaywright, playwright, 0, [4, 0]],
  [
    'a browser test fails and one is skipped',
    countPlaywright,
    {
      ...playwright,
      stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 1 },
    },
    1,
    [2, 2],
  ],
  [
    'a browser test file does not load',
    countPlaywright,
    { ...playwright, errors: [{}] },
    1,
    [4, 1],
  ],
  ['Playwright leaves no report', countPlaywright, undefined, 1, [0, 1]],
  ['all tests of the scripts pass', countNodeTests, tap, 0, [3, 0]],
  [
    'a test of the scripts fails',
    countNodeTests,
    tap.replace('# pass 3', '# pass 2').replace('# fail 0', '# fail 1'),
    1,
    [2, 1],
  ],
  ['their report is missing', countNodeTests, undefined, 1, [0, 1]],
  ['their report is missing, silently', countNodeTests, undefined, 0, [0, 1]],
];

for (const [name, count, report, exitCode, [passed, failed]] of cases) {
  test(`counts where ${name}`, () => {
    const text = typeof report === 'object' ? JSON.stringify(report) : report;
    assert.deepEqual(count(text, exitCode), { passed, failed });
  });
}
