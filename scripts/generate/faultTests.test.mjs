import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, faultTests } from './faultTests.mjs';

const cases = [
  [
    'a suite',
    `describe('on a', () => { describe('fault: disk full', () => { it('serves on', () => {}); it('says why', () => {}); }); });`,
    [
      ['disk full', 'serves on'],
      ['disk full', 'says why'],
    ],
  ],
  [
    'a test that says both',
    `it('fault: 401: it says so: twice', () => {});`,
    [['401', 'it says so: twice']],
  ],
  [
    'rows of a table',
    `describe.each(ids)('on %s', id => { describe.each<[string]>([['fault: 401', 1], ['fault: 500', 2]])('%s', () => { it('serves on', () => {}); }); });`,
    [
      ['401', 'serves on'],
      ['500', 'serves on'],
    ],
  ],
  ['no fault', `describe('a', () => { it('b', () => {}); });`, []],
];

for (const [name, text, expected] of cases) {
  test(`finds the faults of ${name}`, () => {
    assert.deepEqual(
      faultsOf(text).map(({ fault, happens }) => [fault, happens]),
      expected,
    );
  });
}

/** What a portal has to get through, by a word of its name. */
const REQUIRED = [
  /kill -9 at every step/,
  /kill -9 of the replica/,
  /database gone/,
  /disk full/,
  /401/,
  /403/,
  /404/,
  /410/,
  /429/,
  /500/,
  /slow/,
  /dead/,
  /truncated JSON/,
  /100 MB/,
  /clock is put back/,
  /clock is put forward/,
  /catalog unreachable/,
  /10,000 entities/,
  /catalog that answers empty/,
  /old replica restarts/,
  /lock of migrations/,
];

const faults = faultTests().map(({ fault }) => fault);

for (const name of REQUIRED) {
  test(`some test is of the fault ${name.source}`, () => {
    assert.ok(faults.some(fault => name.test(fault)));
  });
}
