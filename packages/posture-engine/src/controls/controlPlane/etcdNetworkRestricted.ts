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
import { MANAGED_CLUSTER, staticPod } from '../../kit/flags/flagExamples';
import { itemsOf, passesFlagTest } from '../../kit/flags/flagTest';
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
import {
  EtcdServiceNeed,
  servicesOfEtcd,
} from '../../relate/controlPlane/servicesOfEtcd';
import { FlaggedProgram } from '../../relate/controlPlane/flagSource';

/** Every address of the node, as URLs write it. */
const EVERY_ADDRESS = /^[a-z]+:\/\/(?:0\.0\.0\.0|\[::\])?:/;
const LOOPBACK = /^[a-z]+:\/\/(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost):/;
const CLIENT_AUTH = { is: 'equals', value: 'true' } as const;

const SERVICE = `${staticPod('etcd', [
  '--listen-client-urls=https://10.0.0.1:2379',
  '--client-cert-auth=true',
])}
---
apiVersion: v1
kind: Service
metadata: { name: etcd, namespace: kube-system }
spec:
  selector: { component: etcd }
  ports: [{ port: 2379 }]`;

export const etcdNetworkRestricted = defineClusterControl({
  id: 'etcd-network-restricted',
  title: 'Only API servers reach etcd',
  failureTitle: 'More than the API servers reach etcd',
  why: 'Nothing but the API servers has a reason to speak to etcd, and whoever gets in there has every Secret of the cluster.',
  fix: 'Let etcd listen on the addresses that API servers use, with `--client-cert-auth=true`; delete Services that lead to its port 2379; let a firewall admit API servers and members only, and attest that.',
  severity: 'high',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4'],
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters',
  ],
  needs: [
    ...FLAG_SOURCE_NEEDS,
    ...CONTROL_PLANE_NEEDS,
    'services',
    'endpointSlices',
  ],
  reads:
    'The flag `--listen-client-urls` of every static pod of etcd: every address of the node together with no client certificates fails, loopback addresses alone pass. Services and EndpointSlices that lead to port 2379 of those pods, or of nodes of the control plane, fail. Whether a firewall keeps others out is for a person to attest.',
  notes:
    'An etcd that an application brings along is none of the control plane, and not meant. A Service for metrics on port 2381 is not either. The operator of OpenShift keeps a Service of its own in `openshift-etcd`, which is passed over.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [staticPod('etcd', ['--listen-client-urls=https://127.0.0.1:2379'])],
    fail: [
      staticPod('etcd', ['--listen-client-urls=http://0.0.0.0:2379']),
      SERVICE,
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      staticPod('etcd', [
        '--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.1:2379',
        '--client-cert-auth=true',
      ]),
    ],
  },
  evaluate(_, context: Context) {
    const controlPlane = unlessMissing(() => controlPlaneOf(context));
    if (controlPlane?.is === 'providerManaged')
      return notApplicable(
        'providerManaged',
        `${controlPlane.provider.name} runs the control plane`,
      );
    return (
      judgeServices(context) ??
      judgeAddresses(context) ??
      withoutEtcd(context) ??
      notEvaluated('manual')
    );
  },
});

type Context = ControlContext<
  FlagSourceNeed | ControlPlaneNeed | EtcdServiceNeed
>;

function judgeServices(context: Context): Judgement | undefined {
  const found = servicesOfEtcd(context.inventory);
  return found.length === 0
    ? undefined
    : fail(
        found.map(place => ({
          path: place,
          field: place,
          message: `${place} leads to the client port of etcd`,
          expected: 'no Service for port 2379',
        })),
      );
}

function judgeAddresses(context: Context): Judgement | undefined {
  const source = controlPlaneFlags(context, 'etcd');
  if (!source) return undefined;
  const open = source.programs.filter(isOpen);
  if (open.length > 0)
    return fail(
      open.map(({ place, name, flags, unsetPath }) => ({
        path: `${place} ${flags.get('listen-client-urls')?.path ?? unsetPath}`,
        field: `${place} --listen-client-urls`,
        message: `${name} listens on every address of its node and asks for no client certificate`,
        expected: 'client certificates',
      })),
      { note: source.note },
    );
  return source.programs.every(isLocal) ? pass(source.note) : undefined;
}

function urlsOf({ flags }: FlaggedProgram): readonly string[] {
  return itemsOf(flags.get('listen-client-urls')?.values.at(-1) ?? '');
}

function isOpen(program: FlaggedProgram): boolean {
  const { values = ['false'] } = program.flags.get('client-cert-auth') ?? {};
  return (
    urlsOf(program).some(url => EVERY_ADDRESS.test(url)) &&
    passesFlagTest(CLIENT_AUTH, values) === false
  );
}

/** Where the flag is not set, etcd listens on localhost. */
function isLocal(program: FlaggedProgram): boolean {
  return (
    !program.mayBeSet('listen-client-urls') &&
    urlsOf(program).every(url => LOOPBACK.test(url))
  );
}
