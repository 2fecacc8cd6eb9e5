import { SUPPORTING_RESOURCES } from 'security-posture-engine';
import { listNameOf } from './listNameOf';

describe('listNameOf', () => {
  it.each([
    ['networkPolicies', 'networkpolicies'],
    ['calicoNetworkPolicies', 'networkpolicies.crd.projectcalico.org'],
    ['calicoV3NetworkPolicies', 'networkpolicies.projectcalico.org'],
    ['gateways', 'gateways'],
    ['tokenSecrets', 'secrets (type=kubernetes.io/service-account-token)'],
  ] as const)('calls %s %s', (name, expected) => {
    expect(listNameOf(SUPPORTING_RESOURCES[name])).toBe(expected);
  });

  it('gives no two lists one name', () => {
    const names = Object.values(SUPPORTING_RESOURCES).map(listNameOf);
    expect(new Set(names).size).toBe(names.length);
  });
});
