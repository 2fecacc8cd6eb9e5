import { ControlContext } from '../../model/control';
import { notApplicable } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';
import { itemsOf } from '../../kit/flags/flagTest';
import { FlagNeed } from '../../kit/flags/judgeFlags';
import { withoutEtcd } from '../../kit/flags/withoutEtcd';
import { controlPlaneFlags } from '../../relate/controlPlane/controlPlaneFlags';

const MEMBERS =
  '--initial-cluster=cp-1=https://10.0.0.1:2380,cp-2=https://10.0.0.2:2380';
const CERTIFICATE = [
  '--peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt',
  '--peer-key-file=/etc/kubernetes/pki/etcd/peer.key',
];

export const etcdPeerTls = defineFlagControl({
  id: 'etcd-peer-tls',
  title: 'The members of etcd ask each other for certificates',
  failureTitle: 'The members of etcd take peers without certificates',
  why: 'Whoever can join etcd as a member gets a copy of everything in the cluster, every Secret included.',
  fix: 'Give every member of etcd `--peer-cert-file`, `--peer-key-file`, `--peer-trusted-ca-file` and `--peer-client-cert-auth=true`, and not `--peer-auto-tls`.',
  severity: 'medium',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['2.4', '2.5', '2.6'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K06'],
  },
  references: ['https://etcd.io/docs/v3.6/op-guide/security/'],
  reads:
    'The flags of every static pod of etcd, and its `ETCD_*` environment variables: `--peer-cert-file` and `--peer-key-file` (no default), `--peer-client-cert-auth` (false by default), `--peer-auto-tls` (false by default). It does not apply to an etcd of one member: one pod, whose `--initial-cluster` names no other.',
  notes:
    'With `--config-file`, as RKE2 runs it, etcd takes its settings from a file that no API shows.',
  examples: {
    pass: [
      staticPod('etcd', [
        MEMBERS,
        ...CERTIFICATE,
        '--peer-client-cert-auth=true',
      ]),
    ],
    fail: [staticPod('etcd', [MEMBERS, ...CERTIFICATE])],
    notApplicable: [
      staticPod('etcd', ['--initial-cluster=cp-1=https://10.0.0.1:2380']),
      MANAGED_CLUSTER,
    ],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
  judge: (byFlags, context) =>
    hasOneMember(context)
      ? notApplicable('nothingToJudge', 'etcd has one member')
      : withoutEtcd(context) ?? byFlags,
});

function hasOneMember(context: ControlContext<FlagNeed>): boolean {
  const { programs = [] } = controlPlaneFlags(context, 'etcd') ?? {};
  const [program] = programs;
  if (programs.length !== 1 || program.mayBeSet('initial-cluster'))
    return false;
  const members = program.flags.get('initial-cluster')?.values.at(-1) ?? '';
  return itemsOf(members).length <= 1;
}
