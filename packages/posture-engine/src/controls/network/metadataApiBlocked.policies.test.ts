import { testControl } from '../../testing';
import { DENY, networkPolicy, SHOP, webWith } from '../../testing/policyCases';
import { metadataApiBlocked } from './metadataApiBlocked';

const GOOGLE = `apiVersion: v1
kind: Node
metadata: { name: node-1 }
spec: { providerID: "gce://project/europe-west1-b/node-1" }`;
const egress = (rules: string) =>
  networkPolicy(`{ podSelector: {}, policyTypes: [Egress], egress: ${rules} }`);
const cilium = (rules: string) => `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: policy, namespace: shop }
spec: { endpointSelector: {}, ${rules} }`;
const calico = (rules: string) => `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: policy, namespace: shop }
spec: { types: [Egress], egress: ${rules} }`;

const ON_GOOGLE: readonly [
  name: string,
  outcome: 'pass' | 'fail',
  policy: string,
][] = [
  ['nothing goes out', 'pass', DENY],
  [
    'some pods as peers',
    'pass',
    egress('[{ to: [{ namespaceSelector: {} }] }]'),
  ],
  [
    'another block',
    'pass',
    egress('[{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]'),
  ],
  [
    'all but the address',
    'pass',
    egress(
      '[{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.169.254/32] } }] }]',
    ),
  ],
  [
    'all but link-local addresses',
    'pass',
    egress(
      '[{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.0.0/16] } }] }]',
    ),
  ],
  [
    'another family',
    'pass',
    egress('[{ to: [{ ipBlock: { cidr: "::/0" } }] }]'),
  ],
  [
    'every peer on other ports',
    'pass',
    egress(
      '[{ ports: [{ port: 53, protocol: UDP }, { port: 443 }, { port: 8000, endPort: 9000 }] }]',
    ),
  ],
  [
    'every peer on a port by name',
    'pass',
    egress('[{ ports: [{ port: http }] }]'),
  ],
  ['everything', 'fail', egress('[{}]')],
  [
    'every address',
    'fail',
    egress('[{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }]'),
  ],
  [
    'a block that holds it',
    'fail',
    egress('[{ to: [{ ipBlock: { cidr: 169.254.0.0/16 } }] }]'),
  ],
  [
    'all but another',
    'fail',
    egress(
      '[{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }]',
    ),
  ],
  ['every peer on its port', 'fail', egress('[{ ports: [{ port: 80 }] }]')],
  [
    'every peer on a range with its port',
    'fail',
    egress('[{ ports: [{ port: 1, endPort: 100 }] }]'),
  ],
  ['every TCP port', 'fail', egress('[{ ports: [{ protocol: TCP }] }]')],
  [
    'two policies, of which one allows it',
    'fail',
    `${DENY}\n---\n${egress(
      '[{ to: [{ ipBlock: { cidr: 169.254.169.254/32 } }] }]',
    )}`,
  ],
  ['ingress alone', 'fail', networkPolicy('{ podSelector: {} }')],
  ['Cilium: the world', 'fail', cilium('egress: [{ toEntities: [world] }]')],
  [
    'Cilium: ports of every peer',
    'fail',
    cilium(
      'egress: [{ toPorts: [{ ports: [{ port: "80", protocol: TCP }] }] }]',
    ),
  ],
  [
    'Cilium: other ports of every peer',
    'pass',
    cilium(
      'egress: [{ toPorts: [{ ports: [{ port: "53", protocol: ANY }] }] }]',
    ),
  ],
  [
    'Cilium: the cluster',
    'pass',
    cilium('egress: [{ toEntities: [cluster] }]'),
  ],
  [
    'Cilium: all addresses but some',
    'pass',
    cilium(
      'egress: [{ toCIDRSet: [{ cidr: 0.0.0.0/0, except: [169.254.169.254/32] }] }]',
    ),
  ],
  [
    'Cilium: refused, whatever else is allowed',
    'pass',
    cilium(
      'egress: [{ toEntities: [all] }], egressDeny: [{ toCIDR: [169.254.169.254/32] }]',
    ),
  ],
  [
    'Cilium: refused without a default',
    'pass',
    cilium(
      'egressDeny: [{ toCIDR: [169.254.169.254/32] }], enableDefaultDeny: { egress: false }',
    ),
  ],
  [
    'Calico: refused before all is allowed',
    'pass',
    calico(
      '[{ action: Deny, destination: { nets: [169.254.169.254/32] } }, { action: Allow }]',
    ),
  ],
  [
    'Calico: all is allowed before it is refused',
    'fail',
    calico(
      '[{ action: Allow }, { action: Deny, destination: { nets: [169.254.169.254/32] } }]',
    ),
  ],
  [
    'Calico: all but the address',
    'pass',
    calico(
      '[{ action: Allow, destination: { notNets: [169.254.169.254/32] } }]',
    ),
  ],
  [
    'Calico: refused to some pods only',
    'fail',
    calico(
      '[{ action: Deny, source: { selector: "app == \'db\'" }, destination: { nets: [169.254.169.254/32] } }, { action: Allow }]',
    ),
  ],
  [
    'Calico: other protocols',
    'pass',
    calico('[{ action: Allow, protocol: UDP }]'),
  ],
  [
    'Calico: a range of ports',
    'fail',
    calico(
      '[{ action: Allow, protocol: TCP, destination: { ports: ["1:1024"] } }]',
    ),
  ],
];

testControl(
  metadataApiBlocked,
  ON_GOOGLE.map(([name, outcome, policy]) => ({
    name,
    given: webWith(SHOP, GOOGLE, policy),
    fromCluster: true,
    outcome,
  })),
);
