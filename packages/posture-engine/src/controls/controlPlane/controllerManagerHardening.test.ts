import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { controllerManagerHardening } from './controllerManagerHardening';

const SAFE = [
  '--bind-address=127.0.0.1',
  '--root-ca-file=/ca.crt',
  '--service-account-private-key-file=/sa.key',
  '--use-service-account-credentials=true',
];

testControl(controllerManagerHardening, [
  ...flagCases('kube-controller-manager', [
    ['as kubeadm has it', SAFE, 'pass', { note: /12500/ }],
    [
      'a threshold',
      [...SAFE, '--terminated-pod-gc-threshold=10'],
      'pass',
      { note: /^from the static pods of 1 node$/ },
    ],
    [
      'a threshold of 0, which keeps all',
      [...SAFE, '--terminated-pod-gc-threshold=0'],
      'fail',
      { severity: 'medium' },
    ],
    [
      'a threshold below 0',
      [...SAFE, '--terminated-pod-gc-threshold', '-1'],
      'fail',
    ],
    [
      'one account for all',
      SAFE.filter(flag => !flag.startsWith('--use')),
      'fail',
      {
        message:
          '--use-service-account-credentials of kube-controller-manager-cp-1 is not set, so it is false',
      },
    ],
    [
      'no address',
      SAFE.filter(flag => !flag.startsWith('--bind')),
      'fail',
      {
        message:
          '--bind-address of kube-controller-manager-cp-1 is not set, so it is 0.0.0.0',
      },
    ],
    [
      'every address',
      [...SAFE, '--bind-address=0.0.0.0'],
      'fail',
      {
        message:
          '--bind-address of kube-controller-manager-cp-1 is no loopback address',
      },
    ],
    ['loopback of IPv6', [...SAFE, '--bind-address=::1'], 'pass'],
    ['no key', SAFE.filter(flag => !flag.startsWith('--service')), 'fail'],
    ['no CA', SAFE.filter(flag => !flag.startsWith('--root')), 'fail'],
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
