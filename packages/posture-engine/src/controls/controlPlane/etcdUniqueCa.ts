import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
  staticPod,
} from '../../kit/flags/flagExamples';
import { notVisible } from '../../kit/flags/judgeFlags';
import { withoutEtcd } from '../../kit/flags/withoutEtcd';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
  FlagSourceNeed,
} from '../../relate/controlPlane/controlPlaneFlags';
import {
  CONTROL_PLANE_NEEDS,
  ControlPlaneNeed,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { FlagSource } from '../../relate/controlPlane/flagSource';

const cluster = (clientCa: string, etcdCa: string) =>
  [
    apiServerPod(`--client-ca-file=${clientCa}`),
    staticPod('etcd', [`--trusted-ca-file=${etcdCa}`]),
  ].join('\n---\n');

export const etcdUniqueCa = defineClusterControl({
  id: 'etcd-unique-ca',
  title: 'etcd has a certificate authority of its own',
  failureTitle: 'etcd trusts the certificate authority of the whole cluster',
  why: 'Where etcd trusts the CA of the cluster, every certificate that the cluster issues, to a user or a node, opens its whole database.',
  fix: 'Make a CA for etcd alone, issue the certificates of its members and of the API servers as its clients from it, and name it in `--trusted-ca-file`.',
  severity: 'low',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': ['2.7'] },
    'owasp-k8s': ['K06'],
  },
  references: ['https://kubernetes.io/docs/setup/best-practices/certificates/'],
  needs: [...FLAG_SOURCE_NEEDS, ...CONTROL_PLANE_NEEDS],
  reads:
    'Whether `--trusted-ca-file` of a member of etcd is the same path as `--client-ca-file` of an API server.',
  notes:
    'Two paths may hold the same CA, which no API shows: the note of a pass says so.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      cluster('/etc/kubernetes/pki/ca.crt', '/etc/kubernetes/pki/etcd/ca.crt'),
    ],
    fail: [cluster('/etc/kubernetes/pki/ca.crt', '/etc/kubernetes/pki/ca.crt')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      apiServerPod('--client-ca-file=/etc/kubernetes/pki/ca.crt'),
    ],
  },
  evaluate(_, context: ControlContext<FlagSourceNeed | ControlPlaneNeed>) {
    const controlPlane = unlessMissing(() => controlPlaneOf(context));
    if (controlPlane?.is === 'providerManaged')
      return notApplicable(
        'providerManaged',
        `${controlPlane.provider.name} runs the control plane`,
      );
    const none = withoutEtcd(context);
    if (none) return none;
    const etcd = controlPlaneFlags(context, 'etcd');
    const apiServers = controlPlaneFlags(context, 'kube-apiserver');
    if (!etcd && !apiServers) return notVisible(context);
    if (!etcd || !apiServers)
      return notEvaluated(
        'partial',
        `unknown: the CA of ${etcd ? 'the API server' : 'etcd'}`,
      );
    return compared(etcd, apiServers);
  },
});

function compared(etcd: FlagSource, apiServers: FlagSource): Judgement {
  const clientCas = new Set(pathsOf(apiServers, 'client-ca-file'));
  const shared = etcd.programs.flatMap(({ place, name, flags }) => {
    const flag = flags.get('trusted-ca-file');
    const path = flag?.values.at(-1);
    return flag && path && clientCas.has(path)
      ? [
          {
            path: `${place} ${flag.path}`,
            field: `${place} --trusted-ca-file`,
            message: `--trusted-ca-file of ${name} is the CA of clients of the API server`,
            expected: 'a CA of its own',
          },
        ]
      : [];
  });
  if (shared.length > 0) return fail(shared, { note: etcd.note });
  const known = pathsOf(etcd, 'trusted-ca-file').length;
  return clientCas.size > 0 && known === etcd.programs.length
    ? pass(`${etcd.note}; two paths may still hold the same CA`)
    : notEvaluated('partial', `${etcd.note}, which do not show both paths`);
}

function pathsOf({ programs }: FlagSource, flag: string): readonly string[] {
  return programs.flatMap(({ flags }) => {
    const path = flags.get(flag)?.values.at(-1);
    return path && !path.includes('$') ? [path] : [];
  });
}
