import { agentsAt, agentsOf } from '../../data/agents';
import { ControlContext } from '../../model/control';
import { Workload } from '../../model/workload';
import {
  defineClusterControl,
  notEvaluated,
  pass,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { booleanAt, objectOrEmpty, stringMapAt } from '../../read/typedReads';
import { ISTIO, isMeshed, LINKERD, MeshMarks } from '../../relate/isMeshed';
import { isStrictEverywhere } from '../../relate/istioMutualTls';
import { networkAgents } from '../../relate/networkAgents';

const NEEDS = [
  'workloads',
  'livePods',
  'namespaces',
  'kubeSystemConfigMaps',
  'calicoFelixConfigurations',
  'peerAuthentications',
] as const;
const CILIUM_KEYS = ['enable-wireguard', 'enable-ipsec'];
const CALICO_KEYS = ['wireguardEnabled', 'wireguardEnabledV6'];

type Context = ControlContext<(typeof NEEDS)[number]>;

/** What encrypts all traffic between pods, in words; undefined where it is not proven to. */
type Proof = (context: Context) => string | undefined;

const PROOFS: readonly Proof[] = [
  ciliumEncrypts,
  calicoEncrypts,
  istioEncrypts,
  linkerdEncrypts,
];

export const trafficEncryption = defineClusterControl({
  id: 'traffic-encryption',
  title: 'Traffic between services is encrypted',
  failureTitle: 'Traffic between services is sent in the clear',
  why: 'Whoever listens on the network between two nodes reads and changes what services tell each other, unless it is encrypted.',
  fix: 'Switch on the encryption of the network plugin (`encryption.enabled` of Cilium, `wireguardEnabled` of Calico), or run a service mesh that asks for mutual TLS everywhere. Where services encrypt by themselves, attest it.',
  severity: 'low',
  category: 'node',
  scope: 'cluster',
  frameworks: {
    nsa: ['N6', 'L7'],
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://docs.cilium.io/en/stable/security/network/encryption/',
    'https://docs.tigera.io/calico/latest/network-policy/encrypt-cluster-pod-traffic',
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  ],
  needs: NEEDS,
  reads:
    'Whether encryption is proven for the whole cluster: Cilium runs with `enable-wireguard` or `enable-ipsec` in the ConfigMap `kube-system/cilium-config`; Calico runs with `wireguardEnabled` in its default FelixConfiguration; Istio asks for mutual TLS of the whole mesh (`STRICT` in the namespace of its control plane, with no PeerAuthentication that asks for less), and every workload is in the mesh; or Linkerd runs and every workload is in the mesh. Workloads on the network of their host, of the namespaces of the cluster, and of the mesh itself are left out. What is not proven a person has to answer.',
  notes:
    'Not every service needs encryption inside the cluster, so the control never fails by itself. The network plugins encrypt between nodes, not within one. A mesh encrypts only between its own pods: one workload outside of it leaves the answer open.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: cilium, namespace: kube-system }
spec: { template: { spec: { containers: [{ name: agent, image: "quay.io/cilium/cilium:v1.18.4" }] } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: cilium-config, namespace: kube-system }
data: { enable-wireguard: "true" }`,
    ],
    fail: [
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: shop }`,
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'traffic-encryption',
              outcome: 'fail',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    notEvaluated: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }`,
    ],
  },
  evaluate(_, context) {
    const answers = PROOFS.map(prove =>
      unlessMissing(() => ({ proof: prove(context) })),
    );
    const proof = answers.map(answer => answer?.proof).find(Boolean);
    if (proof) return pass(proof);
    const unread = answers.indexOf(undefined);
    if (unread >= 0) PROOFS[unread](context);
    return notEvaluated('manual', 'nothing proves it for the whole cluster');
  },
});

function ciliumEncrypts({ inventory, tables }: Context): string | undefined {
  if (!runs('cilium', inventory.workloads, tables)) return undefined;
  const config = inventory.kubeSystemConfigMaps.find(
    ({ metadata }) => metadata.name === 'cilium-config',
  );
  const data = config && stringMapAt(config, 'data', 'ConfigMap cilium-config');
  return CILIUM_KEYS.some(key => data?.[key] === 'true')
    ? 'encrypted by Cilium'
    : undefined;
}

function calicoEncrypts({ inventory, tables }: Context): string | undefined {
  if (!runs('calico', inventory.workloads, tables)) return undefined;
  const felix = inventory.calicoFelixConfigurations.find(
    ({ metadata }) => metadata.name === 'default',
  );
  const path = 'FelixConfiguration default';
  const spec = felix && objectOrEmpty(felix, 'spec', path);
  return spec && CALICO_KEYS.some(key => booleanAt(spec, key, `${path}.spec`))
    ? 'encrypted by Calico'
    : undefined;
}

function istioEncrypts(context: Context): string | undefined {
  const [root] = meshNamespaces('istio', context);
  if (root === undefined || !areAllMeshed(ISTIO, 'istio', context))
    return undefined;
  return isStrictEverywhere(context.inventory.peerAuthentications, root)
    ? 'encrypted by Istio'
    : undefined;
}

function linkerdEncrypts(context: Context): string | undefined {
  return meshNamespaces('linkerd', context).length > 0 &&
    areAllMeshed(LINKERD, 'linkerd', context)
    ? 'encrypted by Linkerd'
    : undefined;
}

function runs(
  id: string,
  workloads: readonly Workload[],
  { agents }: Context['tables'],
): boolean {
  return networkAgents('networkPolicy', workloads, agents).some(
    ({ agent }) => agent.id === id,
  );
}

/** The namespaces in which the control plane of a mesh runs. */
function meshNamespaces(
  id: string,
  { inventory, tables }: Context,
): readonly string[] {
  const meshes = agentsOf(tables.agents, 'serviceMesh').filter(
    mesh => mesh.id === id,
  );
  const found = inventory.workloads.filter(workload =>
    unlessMalformed(() =>
      workload.containers.some(
        ({ image }) => agentsAt(meshes, { image }).length > 0,
      ),
    ),
  );
  return [...new Set(found.map(({ namespace }) => namespace))];
}

/** True where every workload that could be in the mesh is. */
function areAllMeshed(marks: MeshMarks, id: string, context: Context): boolean {
  const leftOut = new Set([
    ...context.settings.systemNamespaces,
    ...meshNamespaces(id, context),
  ]);
  return context.inventory.workloads
    .filter(
      workload => !leftOut.has(workload.namespace) && !workload.hostNetwork,
    )
    .every(workload => isMeshed(workload, marks, context.inventory));
}
