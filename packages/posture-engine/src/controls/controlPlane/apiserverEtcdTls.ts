import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';
import { withoutEtcd } from '../../kit/flags/withoutEtcd';

const FLAGS = [
  '--etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt',
  '--etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt',
  '--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key',
];

export const apiserverEtcdTls = defineFlagControl({
  id: 'apiserver-etcd-tls',
  title: 'The API server and etcd prove who they are to each other',
  failureTitle: 'The API server reaches etcd without mutual TLS',
  why: 'etcd holds everything, every Secret included, and whoever can speak to it or listen in on it owns the cluster.',
  fix: 'Set `--etcd-cafile`, `--etcd-certfile` and `--etcd-keyfile` on every API server, and only https addresses in `--etcd-servers`.',
  severity: 'high',
  frameworks: {
    nsa: ['N4', 'N6'],
    cis: { '1.12': ['1.2.23', '1.2.26'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
  ],
  reads:
    'The flags `--etcd-cafile`, `--etcd-certfile`, `--etcd-keyfile` and `--etcd-servers` of every API server; none has a default. k3s sets them by itself from where it stores its data, and its arguments do not show them; where it stores in SQLite there is no etcd.',
  notes:
    'The addresses of `--etcd-servers` are never shown, as those of other databases may hold a password. In the compliance report k8s-nsa of Trivy the number 5.1 is wired to encryption at rest, and 6.1 to `--etcd-cafile`; single checks are not affected.',
  examples: {
    pass: [apiServerPod(...FLAGS, '--etcd-servers=https://127.0.0.1:2379')],
    fail: [
      apiServerPod(...FLAGS, '--etcd-servers=http://127.0.0.1:2379'),
      apiServerPod('--etcd-servers=https://127.0.0.1:2379'),
    ],
    notApplicable: [
      MANAGED_CLUSTER,
      {
        given: `apiVersion: v1
kind: Node
metadata:
  name: server-1
  annotations: { k3s.io/node-args: '["server"]' }`,
        surroundings: { fromCluster: true, serverVersion: 'v1.35.2+k3s1' },
      },
    ],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
  judge: (byFlags, context) =>
    byFlags.outcome === 'notEvaluated'
      ? withoutEtcd(context) ?? byFlags
      : byFlags,
});
