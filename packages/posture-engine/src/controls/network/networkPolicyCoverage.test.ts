import { judgeCase, testControl } from '../../testing';
import {
  DENY,
  networkPolicy as policy,
  uncovered as missing,
  webWith as given,
} from '../../testing/policyCases';
import { networkPolicyCoverage } from './networkPolicyCoverage';

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
      policy('{ podSelector: {}, policyTypes: [Ingress, Egress] }', {
        namespace: 'other',
      }),
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
      policy('{ podSelector: web }', { namespace: 'other' }),
    ),
    {
      name: 'pods on the network of the host',
      given: given(DENY).replace(
        'spec: { serviceAccountName',
        'spec: { hostNetwork: true, serviceAccountName',
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
