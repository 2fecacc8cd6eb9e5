import { testControl } from '../../testing';
import { trafficEncryption } from './trafficEncryption';

const yaml = (...documents: string[]) => documents.join('\n---\n');
const namespace = (name: string, metadata = '') =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}${metadata} }`;
const workload = (
  kind: string,
  name: string,
  image: string,
  inNamespace: string,
  rest = '',
) =>
  `apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${inNamespace} }
spec: { template: { spec: { ${rest}containers: [{ name: ${name}, image: "${image}" }] } } }`;
const pod = (name: string, inNamespace: string, ...containers: string[]) =>
  `apiVersion: v1
kind: Pod
metadata:
  name: ${name}-1
  namespace: ${inNamespace}
  ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: ${name}, controller: true }]
spec: { containers: [${[name, ...containers]
    .map(one => `{ name: ${one} }`)
    .join(', ')}] }`;
const configMap = (data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cilium-config, namespace: kube-system }\ndata: ${data}`;
const felix = (spec: string, name = 'default') =>
  `apiVersion: crd.projectcalico.org/v1\nkind: FelixConfiguration\nmetadata: { name: ${name} }\nspec: ${spec}`;
const peers = (spec: string, inNamespace = 'istio-system') =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: peers, namespace: ${inNamespace} }\nspec: ${spec}`;

const CILIUM = workload(
  'DaemonSet',
  'cilium',
  'quay.io/cilium/cilium:v1.18.4',
  'kube-system',
);
const CALICO = workload(
  'DaemonSet',
  'calico-node',
  'calico/node:v3.31.0',
  'calico-system',
);
const ISTIOD = workload(
  'Deployment',
  'istiod',
  'docker.io/istio/pilot:1.28.0',
  'istio-system',
);
const LINKERD = workload(
  'Deployment',
  'linkerd-destination',
  'cr.l5d.io/linkerd/controller:edge-25.10.1',
  'linkerd',
);
const SHOP = workload('StatefulSet', 'web', 'web:1', 'shop');
const STRICT = peers('{ mtls: { mode: STRICT } }');
const INJECTED = namespace('shop', ', labels: { istio-injection: enabled }');

testControl(
  trafficEncryption,
  (
    [
      [
        'Cilium with WireGuard',
        'Cilium',
        yaml(CILIUM, configMap('{ enable-wireguard: "true" }')),
      ],
      [
        'Cilium with IPsec',
        'Cilium',
        yaml(CILIUM, configMap('{ enable-ipsec: "true" }')),
      ],
      [
        'Calico with WireGuard',
        'Calico',
        yaml(CALICO, felix('{ wireguardEnabled: true }')),
      ],
      [
        'Istio in a namespace that injects',
        'Istio',
        yaml(ISTIOD, STRICT, INJECTED, SHOP),
      ],
      [
        'Istio in ambient mode',
        'Istio',
        yaml(
          ISTIOD,
          STRICT,
          namespace('shop', ', labels: { istio.io/dataplane-mode: ambient }'),
          SHOP,
          pod('web', 'shop'),
        ),
      ],
      [
        'Istio, by the pods that run',
        'Istio',
        yaml(ISTIOD, STRICT, SHOP, pod('web', 'shop', 'istio-proxy')),
      ],
      [
        'Istio, beside a pod on the network of its host',
        'Istio',
        yaml(
          ISTIOD,
          STRICT,
          INJECTED,
          SHOP,
          workload(
            'DaemonSet',
            'exporter',
            'exporter:1',
            'monitoring',
            'hostNetwork: true, ',
          ),
        ),
      ],
      [
        'Istio, with a policy that leaves the mode as it is',
        'Istio',
        yaml(
          ISTIOD,
          STRICT,
          peers(
            '{ selector: { matchLabels: { app: web } }, mtls: { mode: UNSET } }',
            'shop',
          ),
          INJECTED,
          SHOP,
        ),
      ],
      [
        'Linkerd, by an annotation of the namespace',
        'Linkerd',
        yaml(
          LINKERD,
          namespace('shop', ', annotations: { linkerd.io/inject: enabled }'),
          SHOP,
        ),
      ],
    ] as const
  ).map(([name, by, given]) => ({
    name,
    given,
    fromCluster: true,
    outcome: 'pass' as const,
    note: `encrypted by ${by}`,
  })),
);

testControl(
  trafficEncryption,
  (
    [
      ['nothing', namespace('shop')],
      [
        'Cilium without encryption',
        yaml(CILIUM, configMap('{ enable-wireguard: "false" }')),
      ],
      [
        'a ConfigMap of a Cilium that does not run',
        configMap('{ enable-wireguard: "true" }'),
      ],
      [
        'Calico without WireGuard',
        yaml(CALICO, felix('{ wireguardEnabled: false }')),
      ],
      [
        'Calico with WireGuard on one node',
        yaml(CALICO, felix('{ wireguardEnabled: true }', 'node.one')),
      ],
      [
        'Istio that also takes plain traffic',
        yaml(ISTIOD, peers('{ mtls: { mode: PERMISSIVE } }'), INJECTED, SHOP),
      ],
      ['Istio without a policy', yaml(ISTIOD, INJECTED, SHOP)],
      [
        'Istio, strict in one namespace',
        yaml(
          ISTIOD,
          peers('{ mtls: { mode: STRICT } }', 'shop'),
          INJECTED,
          SHOP,
        ),
      ],
      [
        'Istio, strict for some pods',
        yaml(
          ISTIOD,
          peers(
            '{ selector: { matchLabels: { app: web } }, mtls: { mode: STRICT } }',
          ),
          INJECTED,
          SHOP,
        ),
      ],
      [
        'Istio, with a weaker policy elsewhere',
        yaml(
          ISTIOD,
          STRICT,
          peers('{ mtls: { mode: DISABLE } }', 'shop'),
          INJECTED,
          SHOP,
        ),
      ],
      [
        'Istio, with a weaker policy for a port',
        yaml(
          ISTIOD,
          STRICT,
          peers(
            '{ selector: {}, portLevelMtls: { 8080: { mode: PERMISSIVE } } }',
            'shop',
          ),
          INJECTED,
          SHOP,
        ),
      ],
      [
        'Istio, with a workload outside of the mesh',
        yaml(
          ISTIOD,
          STRICT,
          INJECTED,
          SHOP,
          workload('Deployment', 'job', 'job:1', 'batch'),
        ),
      ],
      [
        'Istio, with a pod that started before',
        yaml(ISTIOD, STRICT, INJECTED, SHOP, pod('web', 'shop')),
      ],
      ['strict policies without Istio', yaml(STRICT, INJECTED, SHOP)],
      [
        'Linkerd, with a workload outside of the mesh',
        yaml(LINKERD, namespace('shop'), SHOP),
      ],
    ] as const
  ).map(([name, given]) => ({
    name,
    given,
    fromCluster: true,
    outcome: 'notEvaluated' as const,
    reason: 'manual' as const,
  })),
);

testControl(trafficEncryption, [
  {
    name: 'what may not be read could prove it',
    given: CALICO,
    fromCluster: true,
    unread: { calicoFelixConfigurations: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'proven, whatever else may not be read',
    given: yaml(CALICO, felix('{ wireguardEnabled: true }')),
    fromCluster: true,
    unread: {
      peerAuthentications: 'forbidden',
      kubeSystemConfigMaps: 'forbidden',
    },
    outcome: 'pass',
  },
  {
    name: 'a setting of the wrong type',
    given: yaml(CALICO, felix('{ wireguardEnabled: "yes" }')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a person who knows',
    given: namespace('shop'),
    fromCluster: true,
    attestations: [
      {
        control: 'traffic-encryption',
        outcome: 'pass',
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
    outcome: 'pass',
    note: /vera/,
  },
]);
