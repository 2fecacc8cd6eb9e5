import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { schedulerHardening } from './schedulerHardening';

testControl(schedulerHardening, [
  ...flagCases('kube-scheduler', [
    ['loopback', ['--bind-address=127.0.0.1'], 'pass'],
    [
      'loopback beside a file, which does not hold the address',
      ['--bind-address=127.0.0.1', '--config=/a.yaml'],
      'pass',
    ],
    ['every address', ['--bind-address=0.0.0.0'], 'fail', { severity: 'low' }],
    [
      'not set',
      [],
      'fail',
      {
        message:
          '--bind-address of kube-scheduler-cp-1 is not set, so it is 0.0.0.0',
      },
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
