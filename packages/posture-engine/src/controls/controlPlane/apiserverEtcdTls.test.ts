import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverEtcdTls } from './apiserverEtcdTls';

const FILES = ['--etcd-cafile=/a', '--etcd-certfile=/b', '--etcd-keyfile=/c'];
const k3sNode = (args: string, rest = '') => ({
  given: `apiVersion: v1
kind: Node
metadata:
  name: server-1
  annotations: { k3s.io/node-args: '${args}'${rest} }`,
  fromCluster: true,
});

testControl(apiserverEtcdTls, [
  ...flagCases('kube-apiserver', [
    ['https', [...FILES, '--etcd-servers=https://a:2379'], 'pass'],
    [
      'several',
      [...FILES, '--etcd-servers=https://a:2379,https://b:2379'],
      'pass',
    ],
    [
      'one without TLS',
      [...FILES, '--etcd-servers=https://a:2379,http://b:2379'],
      'fail',
      {
        severity: 'high',
        message:
          '--etcd-servers of kube-apiserver-cp-1 has an address without TLS',
      },
    ],
    [
      'no CA',
      ['--etcd-certfile=/b', '--etcd-keyfile=/c', '--etcd-servers=https://a'],
      'fail',
    ],
    ['no address', FILES, 'fail'],
  ]),
  {
    name: 'k3s with SQLite',
    ...k3sNode('["server"]'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: 'k3s stores its data in SQLite',
  },
  ...[
    ['etcd inside', '["server","--cluster-init"]', ''],
    ['a second server', '["server","--server","https://a:6443"]', ''],
    ['a database', '["server","--datastore-endpoint","********"]', ''],
    [
      'a database that the environment names',
      '["server"]',
      `, k3s.io/node-env: '{"K3S_DATASTORE_ENDPOINT":"********"}'`,
    ],
  ].map(([name, args, rest]) => ({
    name: `k3s with ${name}, whose flags nothing shows`,
    ...k3sNode(args, rest),
    outcome: 'notEvaluated' as const,
    reason: 'controlPlaneNotVisible' as const,
  })),
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
