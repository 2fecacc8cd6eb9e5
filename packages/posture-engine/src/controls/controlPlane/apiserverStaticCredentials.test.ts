import { flagCases, ON_EKS, testControl } from '../../testing';
import { apiserverStaticCredentials } from './apiserverStaticCredentials';

testControl(apiserverStaticCredentials, [
  ...flagCases('kube-apiserver', [
    ['none', ['--authorization-mode=Node,RBAC'], 'pass'],
    ['a file of tokens', ['--token-auth-file=/t.csv'], 'fail'],
    ['an empty flag', ['--token-auth-file='], 'pass'],
    ['bootstrap tokens', ['--enable-bootstrap-token-auth=true'], 'pass'],
    ['a file of passwords', ['--basic-auth-file=/p.csv'], 'fail'],
  ]),
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
