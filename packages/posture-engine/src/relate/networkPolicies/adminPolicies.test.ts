import { networkPolicyCoverage } from '../../controls/network/networkPolicyCoverage';
import { testControl } from '../../testing';
import {
  DENY,
  networkPolicy as policy,
  SHOP,
  uncovered as missing,
  webWith as given,
} from '../../testing/policyCases';

describe('admin policies', () => {
  const admin = (
    rules: string,
    subject = '{ namespaces: {} }',
    kind = 'AdminNetworkPolicy',
    priority = 10,
  ) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: ${kind}
metadata: { name: admin-${priority} }
spec: { priority: ${priority}, subject: ${subject}, ${rules} }`;
  const cluster = (rules: string, tier = 'Admin') =>
    `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: { name: cluster }
spec: { tier: ${tier}, priority: 5, subject: { namespaces: {} }, ${rules} }`;
  const DENY_ALL =
    'ingress: [{ action: Deny, from: [{ namespaces: {} }] }], egress: [{ action: Deny, to: [{ networks: [0.0.0.0/0, "::/0"] }] }]';
  const ALLOW_IN = 'ingress: [{ action: Allow, from: [{ namespaces: {} }] }]';
  const rows: [string, 'pass' | 'fail', string | undefined, ...string[]][] = [
    ['refuses every peer', 'pass', undefined, admin(DENY_ALL)],
    [
      'by pods of all namespaces',
      'pass',
      undefined,
      admin(
        DENY_ALL.replace(
          'namespaces: {}',
          'pods: { namespaceSelector: {}, podSelector: {} }',
        ),
        '{ pods: { namespaceSelector: { matchLabels: { team: sales } }, podSelector: { matchLabels: { app: web } } } }',
      ),
    ],
    [
      'of another namespace',
      'fail',
      missing('ingress'),
      admin(DENY_ALL, '{ namespaces: { matchLabels: { team: ops } } }'),
    ],
    [
      'of this namespace by its own name',
      'pass',
      undefined,
      admin(
        DENY_ALL,
        '{ namespaces: { matchLabels: { kubernetes.io/metadata.name: shop } } }',
      ),
    ],
    [
      'of other pods',
      'fail',
      missing('ingress'),
      admin(
        DENY_ALL,
        '{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: db } } } }',
      ),
    ],
    [
      'refuses some ports',
      'fail',
      missing('ingress'),
      admin(
        'ingress: [{ action: Deny, from: [{ namespaces: {} }], ports: [{ portNumber: { protocol: TCP, port: 22 } }] }]',
      ),
    ],
    [
      'refuses some peers',
      'fail',
      missing('ingress'),
      admin(
        'ingress: [{ action: Deny, from: [{ namespaces: { matchLabels: { team: ops } } }] }]',
      ),
    ],
    [
      'opens what others isolate',
      'fail',
      'AdminNetworkPolicy admin-10 allows all ingress',
      DENY,
      admin(ALLOW_IN),
    ],
    [
      'a lower number decides first',
      'pass',
      undefined,
      admin(DENY_ALL, undefined, undefined, 1),
      admin(ALLOW_IN, undefined, undefined, 2),
    ],
    [
      'a higher number decides later',
      'fail',
      'AdminNetworkPolicy admin-1 allows all ingress',
      admin(DENY_ALL, undefined, undefined, 2),
      admin(ALLOW_IN, undefined, undefined, 1),
    ],
    [
      'refuses before an open NetworkPolicy is asked',
      'pass',
      undefined,
      admin(DENY_ALL),
      policy('{ podSelector: {}, ingress: [{}] }'),
    ],
    [
      'passes on to the NetworkPolicies',
      'pass',
      undefined,
      DENY,
      admin(
        `ingress: [{ action: Pass, from: [{ namespaces: {} }] }, { action: Allow, from: [{ namespaces: {} }] }]`,
      ),
    ],
    [
      'a baseline isolates',
      'pass',
      undefined,
      admin(DENY_ALL, undefined, 'BaselineAdminNetworkPolicy'),
    ],
    [
      'a baseline that opens is not asked about isolated pods',
      'pass',
      undefined,
      DENY,
      admin(ALLOW_IN, undefined, 'BaselineAdminNetworkPolicy'),
    ],
    [
      'a baseline does not mend an open NetworkPolicy',
      'fail',
      'NetworkPolicy shop/policy allows all ingress',
      admin(DENY_ALL, undefined, 'BaselineAdminNetworkPolicy'),
      policy('{ podSelector: {}, ingress: [{}] }'),
    ],
    ['a ClusterNetworkPolicy', 'pass', undefined, cluster(DENY_ALL)],
    [
      'a ClusterNetworkPolicy that accepts',
      'fail',
      'ClusterNetworkPolicy cluster allows all ingress',
      DENY,
      cluster(ALLOW_IN.replace('Allow', 'Accept')),
    ],
    [
      'a ClusterNetworkPolicy of the baseline',
      'pass',
      undefined,
      DENY,
      cluster(ALLOW_IN.replace('Allow', 'Accept'), 'Baseline'),
    ],
  ];
  testControl(
    networkPolicyCoverage,
    rows.map(([name, outcome, message, ...policies]) => ({
      name,
      given: given(SHOP, ...policies),
      outcome,
      message,
    })),
  );
  testControl(networkPolicyCoverage, [
    ...[
      admin('ingress: [{ action: Reject, from: [{ namespaces: {} }] }]'),
      admin(DENY_ALL, '{}'),
      admin(DENY_ALL, '{ namespaces: { namespaceSelector: {} } }'),
      cluster(DENY_ALL, 'Middle'),
    ].map((one, index) => ({
      name: `cannot be read: ${index + 1}`,
      given: given(SHOP, DENY, one),
      outcome: 'notEvaluated' as const,
      reason: 'parseError' as const,
    })),
    {
      name: 'a namespace whose labels are not known, and matter',
      given: given(
        admin(DENY_ALL, '{ namespaces: { matchLabels: { team: sales } } }'),
      ),
      outcome: 'notEvaluated',
      reason: 'partial',
    },
    {
      name: 'a namespace whose labels are not known, and do not matter',
      given: given(
        admin(
          DENY_ALL,
          '{ namespaces: { matchLabels: { kubernetes.io/metadata.name: shop } } }',
        ),
      ),
      outcome: 'pass',
    },
  ]);
});
