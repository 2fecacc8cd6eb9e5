import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverRequestTimeout } from './apiserverRequestTimeout';

testControl(apiserverRequestTimeout, [
  ...flagCases('kube-apiserver', [
    ['not set', [], 'pass'],
    ['five minutes', ['--request-timeout=5m'], 'pass'],
    ['a second more', ['--request-timeout=5m1s'], 'fail', { severity: 'info' }],
    ['an hour', ['--request-timeout=1h'], 'fail'],
  ]),
  {
    name: 'nothing visible',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
