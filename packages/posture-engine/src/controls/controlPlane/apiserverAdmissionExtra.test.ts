import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverAdmissionExtra } from './apiserverAdmissionExtra';

testControl(apiserverAdmissionExtra, [
  ...flagCases('kube-apiserver', [
    [
      'all',
      [
        '--enable-admission-plugins=EventRateLimit,AlwaysPullImages,DenyServiceExternalIPs',
      ],
      'pass',
    ],
    [
      'two of three',
      ['--enable-admission-plugins=EventRateLimit,AlwaysPullImages'],
      'fail',
      {
        severity: 'info',
        message:
          '--enable-admission-plugins of kube-apiserver-cp-1 does not name DenyServiceExternalIPs',
      },
    ],
    ['none', [], 'fail', { severity: 'info' }],
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
