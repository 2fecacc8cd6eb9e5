import { namespaceDefaultDenyEgress } from '../controls/network/namespaceDefaultDenyEgress';
import { namespaceDefaultDenyIngress } from '../controls/network/namespaceDefaultDenyIngress';
import { judgeCase, testControl } from '../testing';
import { DENY, networkPolicy, SHOP, webWith } from '../testing/policyCases';

const given = (...documents: string[]) => webWith(SHOP, ...documents);

describe.each([
  ['ingress', namespaceDefaultDenyIngress, 'high'],
  ['egress', namespaceDefaultDenyEgress, 'medium'],
] as const)('%s', (direction, control, severity) => {
  const [mine, other] =
    direction === 'ingress' ? ['Ingress', 'Egress'] : ['Egress', 'Ingress'];
  const NOTHING = `no policy refuses ${direction} for all pods of the namespace`;

  testControl(control, [
    {
      name: 'both directions of all pods',
      given: given(DENY),
      outcome: 'pass',
    },
    {
      name: 'this direction of all pods',
      given: given(
        networkPolicy(`{ podSelector: {}, policyTypes: [${mine}] }`),
      ),
      outcome: 'pass',
    },
    {
      name: 'with a rule for some peers',
      given: given(
        networkPolicy(
          `{ podSelector: {}, policyTypes: [${mine}], ${direction}: [{ ports: [{ port: 53 }] }] }`,
        ),
      ),
      outcome: 'pass',
    },
    {
      name: 'beside a policy that opens some pods only',
      given: given(
        DENY,
        networkPolicy(
          `{ podSelector: { matchLabels: { app: web } }, policyTypes: [${mine}], ${direction}: [{}] }`,
        ),
      ),
      outcome: 'pass',
    },
    {
      name: 'a cluster-wide policy of Cilium',
      given: given(`apiVersion: cilium.io/v2
kind: CiliumClusterwideNetworkPolicy
metadata: { name: deny }
spec: { endpointSelector: { matchExpressions: [{ key: "k8s:io.kubernetes.pod.namespace", operator: NotIn, values: [kube-system] }] }, ${direction}: [{}] }`),
      outcome: 'pass',
    },
    {
      name: 'a global policy of Calico',
      given: given(`apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: deny }
spec: { selector: "projectcalico.org/namespace != 'kube-system'", types: [${mine}] }`),
      outcome: 'pass',
    },
    {
      name: 'no policy',
      given: given(),
      outcome: 'fail',
      severity,
      message: NOTHING,
    },
    {
      name: 'the other direction',
      given: given(
        networkPolicy(`{ podSelector: {}, policyTypes: [${other}] }`),
      ),
      outcome: 'fail',
      message: NOTHING,
    },
    {
      name: 'pods by a label, even if all bear it',
      given: given(
        networkPolicy(
          `{ podSelector: { matchLabels: { app: web } }, policyTypes: [${mine}] }`,
        ),
      ),
      outcome: 'fail',
      message: NOTHING,
    },
    {
      name: 'policies add up: another one opens all pods',
      given: given(
        DENY,
        networkPolicy(
          `{ podSelector: {}, policyTypes: [${mine}], ${direction}: [{}] }`,
        ),
      ),
      outcome: 'fail',
      message: `NetworkPolicy shop/policy allows all ${direction} of all pods`,
    },
    {
      name: 'a policy of another namespace',
      given: given(
        networkPolicy(`{ podSelector: {}, policyTypes: [${mine}] }`, {
          namespace: 'other',
        }),
      ),
      outcome: 'fail',
    },
    {
      name: 'a policy that cannot be read',
      given: given(DENY, networkPolicy('{ podSelector: web }')),
      outcome: 'notEvaluated',
      reason: 'parseError',
    },
    {
      name: 'policies that may not be listed',
      given: given(DENY),
      unread: { networkPolicies: 'forbidden' },
      outcome: 'notEvaluated',
      reason: 'forbidden',
    },
    {
      name: 'a namespace without pods',
      given: SHOP,
      outcome: 'notApplicable',
      reason: 'nothingToJudge',
      note: 'a namespace without pods',
    },
    {
      name: 'a namespace of the cluster',
      given: given().replace(/shop/g, 'kube-system'),
      outcome: 'notApplicable',
      reason: 'nothingToJudge',
      note: 'a namespace of the cluster',
    },
    {
      name: 'a namespace of the cluster that a site asks too',
      given: given().replace(/shop/g, 'kube-system'),
      settings: { systemNamespaces: [] },
      outcome: 'fail',
    },
    {
      name: 'a namespace that manifests only name',
      given: webWith(),
      outcome: 'fail',
      message: NOTHING,
    },
  ]);

  it(`offers a policy for ${direction} alone`, () => {
    const { subject, violations } = judgeCase(control, {
      name: '',
      given: given(),
      outcome: 'fail',
    });
    expect(control.remedy?.(subject, violations)).toMatchObject([
      {
        metadata: { name: `default-deny-${direction}`, namespace: 'shop' },
        spec: { podSelector: {}, policyTypes: [mine] },
      },
    ]);
  });
});

it('keeps DNS where egress is refused, and asks for nothing where ingress is', () => {
  const policyOf = (control: typeof namespaceDefaultDenyEgress) => {
    const { subject, violations } = judgeCase(control, {
      name: '',
      given: given(),
      outcome: 'fail',
    });
    return JSON.stringify(control.remedy?.(subject, violations));
  };
  expect(policyOf(namespaceDefaultDenyEgress)).toContain(
    '"k8s-app":"kube-dns"',
  );
  expect(policyOf(namespaceDefaultDenyIngress)).not.toContain('egress');
});
