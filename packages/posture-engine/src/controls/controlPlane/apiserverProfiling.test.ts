import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverProfiling } from './apiserverProfiling';

testControl(apiserverProfiling, [
  ...flagCases('kube-apiserver', [
    ['on in the API server', ['--profiling'], 'fail', { severity: 'low' }],
    [
      'off in the API server, the others not visible',
      ['--profiling=false'],
      'notEvaluated',
      { reason: 'partial' },
    ],
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
