import { flagCases, ON_EKS, testControl } from '../../testing';
import { staticPod } from '../../kit/flags/flagExamples';
import { etcdPeerTls } from './etcdPeerTls';

const MEMBERS =
  '--initial-cluster=a=https://10.0.0.1:2380,b=https://10.0.0.2:2380';
const CERTIFICATE = ['--peer-cert-file=/a.crt', '--peer-key-file=/a.key'];
const SAFE = [...CERTIFICATE, '--peer-client-cert-auth=true'];

testControl(etcdPeerTls, [
  ...flagCases('etcd', [
    ['as kubeadm has it', [MEMBERS, ...SAFE], 'pass'],
    [
      'no client certificates',
      [MEMBERS, ...CERTIFICATE],
      'fail',
      { severity: 'medium' },
    ],
    ['no certificate', [MEMBERS, '--peer-client-cert-auth=true'], 'fail'],
    [
      'certificates that it signs itself',
      [MEMBERS, ...SAFE, '--peer-auto-tls'],
      'fail',
    ],
    [
      'one member',
      ['--initial-cluster=a=https://10.0.0.1:2380'],
      'notApplicable',
      { reason: 'nothingToJudge' },
    ],
    [
      'one member that names none',
      [],
      'notApplicable',
      { reason: 'nothingToJudge' },
    ],
    [
      'a file',
      ['--config-file=/c'],
      'notEvaluated',
      { reason: 'controlPlaneNotVisible' },
    ],
  ]),
  {
    name: 'two members, the first of which was alone at its start',
    given: [
      staticPod('etcd', ['--initial-cluster=a=https://10.0.0.1:2380', ...SAFE]),
      staticPod('etcd', [MEMBERS], 'cp-2'),
    ].join('\n---\n'),
    fromCluster: true,
    outcome: 'fail',
    message: '--peer-cert-file of etcd-cp-2 is not set',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
