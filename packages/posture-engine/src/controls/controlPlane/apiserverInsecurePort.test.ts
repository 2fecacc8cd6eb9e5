import { flagCases, ON_EKS, testControl } from '../../testing';
import { apiserverInsecurePort } from './apiserverInsecurePort';

const BELOW = { kubernetesVersion: '1.23' };

testControl(apiserverInsecurePort, [
  ...flagCases('kube-apiserver', [
    ['closed', ['--insecure-port=0'], 'pass', BELOW],
    ['not set, which is closed from 1.20 on', [], 'pass', BELOW],
    ['the usual port', ['--insecure-port=8080'], 'fail', BELOW],
    ['another port', ['--insecure-port', '1'], 'fail', BELOW],
    [
      'the last Kubernetes that has it',
      ['--insecure-port=8080'],
      'fail',
      { serverVersion: 'v1.23.17+k3s1' },
    ],
    [
      'the first that has it no more',
      ['--insecure-port=8080'],
      'notApplicable',
      {
        serverVersion: 'v1.24.0+rke2r1',
        reason: 'nothingToJudge',
        note: 'the flag was removed in Kubernetes 1.24',
      },
    ],
  ]),
  {
    name: 'EKS',
    ...ON_EKS,
    serverVersion: 'v1.23.9-eks-a1b2',
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
