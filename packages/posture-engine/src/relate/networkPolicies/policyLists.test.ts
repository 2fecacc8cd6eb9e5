import { inventoryView } from '../../evaluate/inventoryView';
import { anInventory, parseExample } from '../../testing';
import { calicoPolicies, NETWORK_POLICY_NEEDS } from './policyLists';

const policy = (
  api: 'crd.projectcalico.org/v1' | 'projectcalico.org/v3',
  name: string,
  { kind = 'NetworkPolicy', namespace = 'shop', tier = 'default' } = {},
) => `apiVersion: ${api}
kind: ${kind}
metadata: { name: ${name}${
  kind === 'NetworkPolicy' ? `, namespace: ${namespace}` : ''
} }
spec: { tier: ${tier} }`;

const countOf = (...policies: string[]) =>
  calicoPolicies(
    inventoryView(
      anInventory(parseExample(policies.join('\n---\n'))),
      NETWORK_POLICY_NEEDS,
    ),
  ).length;

describe('calicoPolicies', () => {
  const CRD = 'crd.projectcalico.org/v1';
  const V3 = 'projectcalico.org/v3';
  const GLOBAL = { kind: 'GlobalNetworkPolicy' };
  const SECURITY = { ...GLOBAL, tier: 'security' };

  it.each<[string, number, string[]]>([
    [
      'both forms of one policy',
      1,
      [policy(CRD, 'default.web'), policy(V3, 'web')],
    ],
    [
      'both forms under the same name',
      1,
      [policy(CRD, 'default.web'), policy(V3, 'default.web')],
    ],
    [
      'both forms of a global policy',
      1,
      [policy(CRD, 'default.all', GLOBAL), policy(V3, 'all', GLOBAL)],
    ],
    [
      'both forms in a tier',
      1,
      [
        policy(CRD, 'security.all', SECURITY),
        policy(V3, 'security.all', SECURITY),
      ],
    ],
    [
      'two tiers',
      2,
      [policy(V3, 'all', GLOBAL), policy(V3, 'security.all', SECURITY)],
    ],
    [
      'two namespaces',
      2,
      [policy(V3, 'web'), policy(V3, 'web', { namespace: 'other' })],
    ],
    ['two kinds', 2, [policy(V3, 'web'), policy(V3, 'web', GLOBAL)]],
    [
      'a NetworkPolicy of Kubernetes that Calico shows',
      0,
      [policy(V3, 'knp.default.web')],
    ],
  ])('%s: %d', (_, count, policies) => {
    expect(countOf(...policies)).toBe(count);
  });
});
