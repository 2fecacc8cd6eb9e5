import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverServiceAccounts } from './apiserverServiceAccounts';

testControl(apiserverServiceAccounts, [
  ...flagCases('kube-apiserver', [
    [
      'as it should be',
      [
        '--service-account-key-file=/a',
        '--service-account-extend-token-expiration=false',
      ],
      'pass',
    ],
    [
      'a signer outside',
      [
        '--service-account-signing-endpoint=/s',
        '--service-account-extend-token-expiration=false',
      ],
      'pass',
    ],
    ['no key', ['--service-account-extend-token-expiration=false'], 'fail'],
    [
      'extension by default',
      ['--service-account-key-file=/a'],
      'fail',
      {
        severity: 'low',
        message:
          '--service-account-extend-token-expiration of kube-apiserver-cp-1 is not set, so it is true',
      },
    ],
    [
      'no lookup',
      [
        '--service-account-key-file=/a',
        '--service-account-extend-token-expiration=false',
        '--service-account-lookup=false',
      ],
      'fail',
      {
        message: '--service-account-lookup of kube-apiserver-cp-1 is not true',
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
