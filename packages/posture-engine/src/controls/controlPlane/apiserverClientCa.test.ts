import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverClientCa } from './apiserverClientCa';

testControl(apiserverClientCa, [
  ...flagCases('kube-apiserver', [
    ['set', ['--client-ca-file=/ca.crt'], 'pass'],
    ['a path of its own word', ['--client-ca-file', '/ca.crt'], 'pass'],
    [
      'empty',
      ['--client-ca-file='],
      'fail',
      { message: '--client-ca-file of kube-apiserver-cp-1 is empty' },
    ],
    [
      'not set',
      ['--requestheader-client-ca-file=/ca.crt'],
      'fail',
      {
        severity: 'medium',
        at: ['Pod kube-system/kube-apiserver-cp-1 spec.containers[0].command'],
        message: '--client-ca-file of kube-apiserver-cp-1 is not set',
      },
    ],
    ['a path that is taken from elsewhere', ['--client-ca-file=$(CA)'], 'pass'],
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
