import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverKubeletTls } from './apiserverKubeletTls';

testControl(apiserverKubeletTls, [
  ...flagCases('kube-apiserver', [
    [
      'all three',
      [
        '--kubelet-client-certificate=/a',
        '--kubelet-client-key=/b',
        '--kubelet-certificate-authority=/c',
      ],
      'pass',
    ],
    [
      'no authority, as kubeadm has it',
      ['--kubelet-client-certificate=/a', '--kubelet-client-key=/b'],
      'fail',
      {
        severity: 'high',
        message:
          '--kubelet-certificate-authority of kube-apiserver-cp-1 is not set',
      },
    ],
    [
      'no key',
      ['--kubelet-client-certificate=/a', '--kubelet-certificate-authority=/c'],
      'fail',
    ],
    [
      'no certificate',
      ['--kubelet-client-key=/b', '--kubelet-certificate-authority=/c'],
      'fail',
    ],
    ['the flag of old times does not help', ['--kubelet-https=true'], 'fail'],
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
