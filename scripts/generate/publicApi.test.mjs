import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicApiReports } from './publicApi.mjs';

const reports = publicApiReports();

test('names the public API of each published package', () => {
  assert.deepEqual(Object.keys(reports), [
    'packages/posture-engine/report.api.md',
    'plugins/security-posture/report.api.md',
    'plugins/security-posture-backend/report.api.md',
    'plugins/security-posture-common/report.api.md',
    'plugins/security-posture-node/report.api.md',
  ]);
  assert.match(
    reports['plugins/security-posture-backend/report.api.md'],
    /\| `default` \| constant \|/,
  );
  assert.match(
    reports['packages/posture-engine/report.api.md'],
    /\| `createEvaluator` \| function \| Prepares controls to judge the subjects of an inventory\. \|/,
  );
});

test('every public name says what it is', () => {
  const silent = Object.values(reports)
    .flatMap(report => report.split('\n'))
    .filter(row => /^\| `.*\| \|$|^\| `.*\|\s*\|\s*$/.test(row));
  assert.deepEqual(silent, []);
});
