import { checkCommands, missingRules, rulesYaml } from './readRules';

const POLICIES = {
  apiGroups: ['admissionregistration.k8s.io'],
  resources: ['validatingadmissionpolicies'],
  verbs: ['list'],
};
const WEBHOOKS = { ...POLICIES, resources: ['mutatingwebhookconfigurations'] };
const METRICS = { nonResourceURLs: ['/metrics'], verbs: ['get'] };
const CORE = { apiGroups: [''], resources: ['nodes'], verbs: ['list'] };
const CONSTRAINTS = {
  apiGroups: ['constraints.gatekeeper.sh'],
  resources: ['*'],
  verbs: ['list'],
};
const CONFIG_MAPS = {
  namespace: 'kube-system',
  apiGroups: [''],
  resources: ['configmaps'],
  resourceNames: ['aws-auth', 'kube-proxy'],
  verbs: ['get'],
};

describe('rulesYaml', () => {
  it.each([
    ['a page', [METRICS], '- nonResourceURLs: [/metrics]\n  verbs: [get]'],
    [
      'pages as one rule',
      [METRICS, { ...METRICS, nonResourceURLs: ['/flagz'] }],
      '- nonResourceURLs: [/metrics, /flagz]\n  verbs: [get]',
    ],
    [
      'kinds of one group as one rule',
      [POLICIES, WEBHOOKS, POLICIES],
      '- apiGroups: [admissionregistration.k8s.io]\n  resources: [validatingadmissionpolicies, mutatingwebhookconfigurations]\n  verbs: [list]',
    ],
    [
      'what YAML would read otherwise in quotes',
      [CORE, CONSTRAINTS],
      "- apiGroups: ['']\n  resources: [nodes]\n  verbs: [list]\n- apiGroups: [constraints.gatekeeper.sh]\n  resources: ['*']\n  verbs: [list]",
    ],
    [
      'names of objects',
      [CONFIG_MAPS],
      "- apiGroups: ['']\n  resources: [configmaps]\n  resourceNames: [aws-auth, kube-proxy]\n  verbs: [get]",
    ],
  ])('writes %s', (_, rules, yaml) => {
    expect(rulesYaml(rules)).toBe(yaml);
  });
});

describe('checkCommands', () => {
  const AS = '--as system:serviceaccount:NAMESPACE:NAME';

  it.each([
    ['a page', METRICS, `kubectl auth can-i get /metrics ${AS}`],
    [
      'a kind with its group',
      POLICIES,
      `kubectl auth can-i list validatingadmissionpolicies.admissionregistration.k8s.io ${AS}`,
    ],
    ['a kind of the core group', CORE, `kubectl auth can-i list nodes ${AS}`],
    [
      'a right in a namespace',
      CONFIG_MAPS,
      `kubectl auth can-i get configmaps -n kube-system ${AS}`,
    ],
  ])('asks for %s', (_, rule, command) => {
    expect(checkCommands([rule])).toBe(command);
  });
});

describe('missingRules', () => {
  it('tells apart what a ClusterRole gives and what a Role gives', () => {
    const item = { state: 'unreadable', controls: [], grantedBy: 'a' } as const;
    const items = [
      { ...item, controls: [], name: 'nodes', rule: CORE },
      { ...item, controls: [], name: 'configmaps', rule: CONFIG_MAPS },
      { ...item, controls: [], name: 'probes' },
    ];
    expect(missingRules(items)).toEqual([CORE]);
    expect(missingRules(items, 'kube-system')).toEqual([CONFIG_MAPS]);
  });
});
