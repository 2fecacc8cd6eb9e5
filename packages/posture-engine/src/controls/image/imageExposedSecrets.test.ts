import {
  ControlCase,
  judgeFirst,
  parseExample,
  testControl,
} from '../../testing';
import { runningPod, scannedPod } from '../../testing/scannedPod';
import { imageExposedSecrets } from './imageExposedSecrets';

const MATCH = 'AKIA-do-not-show';

const secret = (severity: string, target = '/app/.env') =>
  `{ ruleID: aws-access-key-id, target: "${target}", severity: ${severity}, title: AWS, match: "key=${MATCH}" }`;

const exposing = (...secrets: string[]) =>
  scannedPod({
    kind: 'ExposedSecretReport',
    report: `  secrets: [${secrets}]`,
  });

const rows: readonly ControlCase[] = [
  {
    name: 'a critical secret',
    given: exposing(secret('CRITICAL')),
    outcome: 'fail',
    severity: 'critical',
    at: ['ExposedSecretReport shop/pod-web-web'],
    message: '/app/.env holds a secret by rule aws-access-key-id (critical)',
  },
  {
    name: 'a high secret only',
    given: exposing(secret('HIGH'), secret('LOW', '/test')),
    outcome: 'fail',
    severity: 'high',
    note: '1 of lower severity',
  },
  {
    name: 'secrets of lower severity',
    given: exposing(secret('MEDIUM'), secret('LOW', '/test')),
    outcome: 'pass',
    note: '2 of lower severity',
  },
  {
    name: 'the same file and rule twice',
    given: exposing(secret('CRITICAL'), secret('CRITICAL')),
    outcome: 'fail',
    at: ['ExposedSecretReport shop/pod-web-web'],
  },
  { name: 'no secrets', given: exposing(), outcome: 'pass' },
  {
    name: 'no report',
    given: runningPod(),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'an old report',
    given: exposing(secret('CRITICAL')).replace('2026-11-20', '2026-09-20'),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'half a report',
    given: scannedPod({ kind: 'ExposedSecretReport', report: '  summary: {}' }),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
];

testControl(
  imageExposedSecrets,
  rows.map(row => ({ fromCluster: true, ...row })),
);

it('never shows the match', () => {
  const [finding] = judgeFirst(
    [imageExposedSecrets],
    'image',
    parseExample(exposing(secret('CRITICAL'))),
    { fromCluster: true },
  );
  expect(finding.outcome).toBe('fail');
  expect(JSON.stringify(finding)).not.toContain(MATCH);
});
