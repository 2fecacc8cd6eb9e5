import { PolicyRule } from '../model/policyRule';
import { usableRule } from './usableRule';

const rule = (
  apiGroup: string,
  resources: string[],
  rest: Partial<PolicyRule> = {},
): PolicyRule => ({
  verbs: ['get'],
  apiGroups: [apiGroup],
  resources,
  resourceNames: [],
  nonResourceURLs: [],
  ...rest,
});

describe('usableRule', () => {
  it.each<[string, PolicyRule, boolean, readonly string[] | undefined]>([
    [
      'all in the cluster',
      rule('', ['nodes', 'pods']),
      false,
      ['nodes', 'pods'],
    ],
    ['nodes in a namespace', rule('', ['nodes', 'pods']), true, ['pods']],
    ['a part of nodes', rule('', ['nodes/proxy']), true, undefined],
    ['nodes of every group', rule('*', ['nodes']), true, undefined],
    ['everything', rule('*', ['*']), true, ['*']],
    ['a part of everything', rule('', ['*/log']), true, ['*/log']],
    [
      'what looks like a wildcard',
      rule('', ['pods/*', '*/*']),
      false,
      undefined,
    ],
    ['the namespace itself', rule('', ['namespaces']), true, ['namespaces']],
    ['users to impersonate', rule('', ['users', 'groups']), true, undefined],
    [
      'cluster roles, not roles',
      rule('rbac.authorization.k8s.io', ['clusterroles', 'roles']),
      true,
      ['roles'],
    ],
    [
      'the same name in another group',
      rule('acme.io', ['nodes']),
      true,
      ['nodes'],
    ],
    ['no verb', rule('', ['pods'], { verbs: [] }), false, undefined],
    ['no group', rule('', ['pods'], { apiGroups: [] }), false, undefined],
  ])('%s', (_, given, inNamespace, expected) => {
    expect(usableRule(given, inNamespace)?.resources).toEqual(expected);
  });

  it('grants URLs in the cluster only', () => {
    const urls = rule('', [], { nonResourceURLs: ['/metrics'] });
    expect(usableRule(urls, false)?.nonResourceURLs).toEqual(['/metrics']);
    expect(usableRule(urls, true)).toBeUndefined();
  });
});
