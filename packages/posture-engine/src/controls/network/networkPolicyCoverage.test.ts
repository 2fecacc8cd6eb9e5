import { judgeCase, testControl } from '../../testing';
import { networkPolicyCoverage } from './networkPolicyCoverage';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web }] }`;
const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: sales } }`;
const DENY =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: deny, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Ingress, Egress] }';
const given = (...documents: string[]) => [WEB, ...documents].join('\n---\n');
const policy = (spec: string, namespace = 'shop', name = 'policy') =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}`;
const missing = (direction: string) =>
  `no policy that selects the pods is about ${direction}`;

describe('NetworkPolicy', () => {
  const pass = (name: string, ...policies: string[]) => ({
    name,
    given: given(...policies),
    outcome: 'pass' as const,
  });
  const fail = (name: string, message: string, ...policies: string[]) => ({
    name,
    given: given(...policies),
    outcome: 'fail' as const,
    message,
  });
  testControl(networkPolicyCoverage, [
    pass('an empty selector and both types', DENY),
    pass(
      'no types: ingress, and egress by its rule',
      policy('{ podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }'),
    ),
    pass(
      'types of null are no types',
      policy(
        '{ podSelector: {}, policyTypes: null, egress: [{ to: [{ podSelector: {} }] }] }',
      ),
    ),
    fail(
      'no types and no rules: ingress alone',
      missing('egress'),
      policy('{}'),
    ),
    fail(
      'an empty list of types is none',
      missing('egress'),
      policy('{ podSelector: {}, policyTypes: [] }'),
    ),
    fail(
      'an empty list of egress rules alone isolates nothing',
      missing('egress'),
      policy('{ podSelector: {}, egress: [] }'),
    ),
    fail(
      'types that name one direction, with rules for the other',
      missing('ingress'),
      policy(
        '{ podSelector: {}, policyTypes: [Egress], ingress: [{ from: [{ podSelector: {} }] }] }',
      ),
    ),
    pass(
      'a rule that allows all of a direction that the types do not name',
      DENY,
      policy('{ podSelector: {}, policyTypes: [Ingress], egress: [{}] }'),
    ),
    pass(
      'polaris: a policy that refuses all needs no rules',
      policy(
        '{ podSelector: {}, policyTypes: [Ingress, Egress], ingress: [], egress: [] }',
      ),
    ),
    fail(
      'kubescape C-0030: one direction is not enough',
      missing('ingress'),
      policy(
        '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }',
      ),
    ),
    fail(
      'kubescape: one good policy does not help beside an open one',
      'NetworkPolicy shop/policy allows all ingress',
      DENY,
      policy('{ podSelector: {}, ingress: [{}] }'),
    ),
    pass(
      'checkov: labels of the template count, not those of the Deployment',
      policy(
        '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress, Egress] }',
      ),
    ),
    pass(
      'regolibrary: expressions select as labels do',
      policy(
        '{ podSelector: { matchExpressions: [{ key: tier, operator: In, values: [front, back] }, { key: batch, operator: DoesNotExist }, { key: app, operator: NotIn, values: [db] }, { key: app, operator: Exists }] }, policyTypes: [Ingress, Egress] }',
      ),
    ),
    ...[
      '{ matchLabels: { app: web, tier: back } }',
      '{ matchExpressions: [{ key: tier, operator: NotIn, values: [front] }] }',
      '{ matchExpressions: [{ key: app, operator: DoesNotExist }] }',
      '{ matchExpressions: [{ key: none, operator: Exists }] }',
      '{ matchLabels: { app: web }, matchExpressions: [{ key: app, operator: In, values: [db] }] }',
    ].map(selector =>
      fail(
        `${selector} selects other pods`,
        missing('ingress'),
        policy(`{ podSelector: ${selector}, policyTypes: [Ingress, Egress] }`),
      ),
    ),
    fail(
      'a policy of another namespace',
      missing('ingress'),
      policy('{ podSelector: {}, policyTypes: [Ingress, Egress] }', 'other'),
    ),
    ...[
      '{}',
      '{ from: [], ports: [] }',
      '{ from: null, ports: null }',
      '{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }',
      '{ from: [{ ipBlock: { cidr: "::/0", except: [] } }] }',
      '{ from: [{ podSelector: {} }, { ipBlock: { cidr: 0.0.0.0/0 } }] }',
    ].map(rule =>
      fail(
        `the rule ${rule} allows all`,
        'NetworkPolicy shop/policy allows all ingress',
        DENY,
        policy(
          `{ podSelector: {}, policyTypes: [Ingress], ingress: [${rule}] }`,
        ),
      ),
    ),
    ...[
      '{ ports: [{ port: 80 }] }',
      '{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }], ports: [{ port: 80 }] }',
      '{ from: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }',
      '{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }',
      '{ from: [{ namespaceSelector: {} }] }',
    ].map(rule =>
      pass(
        `the rule ${rule} allows some`,
        DENY,
        policy(
          `{ podSelector: {}, policyTypes: [Ingress], ingress: [${rule}] }`,
        ),
      ),
    ),
    {
      name: 'both directions are missing: two violations',
      given: given(),
      outcome: 'fail',
      severity: 'medium',
      at: ['spec.selector.matchLabels', 'spec.selector.matchLabels'],
      message: missing('ingress'),
    },
    {
      name: 'a bare pod without labels',
      given:
        'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web }] }',
      outcome: 'fail',
      at: ['metadata.labels', 'metadata.labels'],
    },
    ...[
      '{ podSelector: { matchLabels: [app] } }',
      '{ podSelector: { matchExpressions: [{ key: app, operator: Like }] } }',
      '{ podSelector: web }',
      '{ policyTypes: [ingress] }',
      '{ ingress: all }',
      '{ ingress: [{ from: [{}] }] }',
      '{ ingress: [{ from: [{ ipBlock: { cidr: everywhere } }] }] }',
      '{ egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [none] } }] }] }',
    ].map(spec => ({
      name: `${spec} cannot be read`,
      given: given(DENY, policy(spec)),
      outcome: 'notEvaluated' as const,
      reason: 'parseError' as const,
    })),
    pass(
      'a policy of another namespace that cannot be read',
      DENY,
      policy('{ podSelector: web }', 'other'),
    ),
    {
      name: 'pods on the network of the host',
      given: given(DENY).replace(
        'spec: { containers',
        'spec: { hostNetwork: true, containers',
      ),
      outcome: 'notApplicable',
      reason: 'hostNetwork',
    },
    ...(
      [
        'networkPolicies',
        'ciliumNetworkPolicies',
        'ciliumClusterwideNetworkPolicies',
        'calicoNetworkPolicies',
        'calicoV3GlobalNetworkPolicies',
        'adminNetworkPolicies',
        'baselineAdminNetworkPolicies',
        'clusterNetworkPolicies',
      ] as const
    ).map(need => ({
      name: `${need} may not be listed`,
      given: given(DENY),
      unread: { [need]: 'forbidden' as const },
      outcome: 'notEvaluated' as const,
      reason: 'forbidden' as const,
    })),
    {
      ...pass('accounts are read only where a policy asks for them', DENY),
      unread: { serviceAccounts: 'forbidden' },
    },
  ]);
});

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

describe('the remedy', () => {
  const remedyOf = (text: string) => {
    const { subject, violations } = judgeCase(networkPolicyCoverage, {
      name: '',
      given: text,
      outcome: 'fail',
    });
    return networkPolicyCoverage.remedy?.(subject, violations);
  };

  it('refuses the directions that are missing for the pods of the workload, and keeps DNS', () => {
    expect(remedyOf(given())).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'web-default-deny', namespace: 'shop' },
        spec: {
          podSelector: { matchLabels: { app: 'web' } },
          policyTypes: ['Ingress', 'Egress'],
          egress: [
            {
              to: [
                {
                  namespaceSelector: {
                    matchLabels: {
                      'kubernetes.io/metadata.name': 'kube-system',
                    },
                  },
                  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
                },
              ],
              ports: [
                { port: 53, protocol: 'UDP' },
                { port: 53, protocol: 'TCP' },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('says nothing about egress where only ingress is missing', () => {
    expect(
      remedyOf(given(policy('{ podSelector: {}, policyTypes: [Egress] }'))),
    ).toMatchObject([
      {
        spec: {
          podSelector: { matchLabels: { app: 'web' } },
          policyTypes: ['Ingress'],
        },
      },
    ]);
  });

  it.each([
    ['a policy opens the pods', given(DENY, policy('{ ingress: [{}] }'))],
    [
      'the pods bear no label',
      'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web }] }',
    ],
  ])('has none where %s', (_, text) => {
    expect(remedyOf(text)).toBeUndefined();
  });
});
