import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';
import { withoutEtcd } from '../../kit/flags/withoutEtcd';

const CERTIFICATE = [
  '--cert-file=/etc/kubernetes/pki/etcd/server.crt',
  '--key-file=/etc/kubernetes/pki/etcd/server.key',
];

export const etcdClientTls = defineFlagControl({
  id: 'etcd-client-tls',
  title: 'etcd asks its clients for certificates',
  failureTitle: 'etcd serves clients without certificates',
  why: 'etcd holds everything, every Secret included, and without client certificates whoever reaches its port reads and writes it all.',
  fix: 'Give every member of etcd `--cert-file`, `--key-file`, `--trusted-ca-file` and `--client-cert-auth=true`, and not `--auto-tls`.',
  severity: 'high',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['2.1', '2.2', '2.3'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K06'],
  },
  references: ['https://etcd.io/docs/v3.6/op-guide/security/'],
  reads:
    'The flags of every static pod of etcd, and its `ETCD_*` environment variables, which flags go before: `--cert-file` and `--key-file` (no default), `--client-cert-auth` (false by default), `--auto-tls` (false by default).',
  notes:
    'An etcd outside the cluster, or inside k3s, is not visible; where k3s stores its data in SQLite there is none. With `--config-file`, as RKE2 runs it, etcd takes its settings from a file that no API shows. Values of environment variables are never shown.',
  examples: {
    pass: [staticPod('etcd', [...CERTIFICATE, '--client-cert-auth=true'])],
    fail: [
      staticPod('etcd', CERTIFICATE),
      staticPod('etcd', ['--client-cert-auth=true', '--auto-tls=true']),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      staticPod('etcd', ['--config-file=/var/lib/rancher/rke2/etcd/config']),
    ],
  },
  judge: (byFlags, context) => withoutEtcd(context) ?? byFlags,
});
