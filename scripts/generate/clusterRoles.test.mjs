import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inRepository } from '../toolchain/paths.mjs';
import { clusterRoles } from './clusterRoles.mjs';
import { loadEngine } from './loadEngine.mjs';

const NEVER_GRANTED = ['nodes/proxy', 'pods/exec', 'pods/log'];
const SECRETS = 'security-posture-reader-secret-metadata';

const roles = readdirSync(inRepository('deploy')).map(file => ({
  file,
  ...parse(readFileSync(inRepository('deploy', file), 'utf8')),
}));
const rules = roles.flatMap(role =>
  role.rules.map(rule => ({ role: role.metadata.name, ...rule })),
);

test('each part is a file of its own', () => {
  const { READ_PARTS } = loadEngine();
  assert.deepEqual(
    roles.map(({ file }) => file).sort(),
    Object.values(READ_PARTS)
      .map(({ file }) => file)
      .sort(),
  );
});

test('every role but the one in kube-system has a name of its own', () => {
  const names = roles
    .filter(({ kind }) => kind === 'ClusterRole')
    .map(({ metadata }) => metadata.name);
  assert.equal(new Set(names).size, names.length);
  const [role, ...others] = roles.filter(({ kind }) => kind === 'Role');
  assert.deepEqual(others, []);
  assert.equal(role.metadata.namespace, 'kube-system');
});

test('kinds are listed, paths and single objects are read, and that is all', () => {
  for (const rule of rules) {
    assert.deepEqual(rule.verbs, verbsOf(rule), JSON.stringify(rule));
  }
});

function verbsOf({ nonResourceURLs, resourceNames, apiGroups, verbs }) {
  if (nonResourceURLs || resourceNames) return ['get'];
  const [group] = apiGroups;
  if (group === 'authorization.k8s.io') return ['create'];
  const isOneByOne = group === 'spdx.softwarecomposition.kubescape.io';
  return isOneByOne && verbs.includes('get') ? ['get', 'list'] : ['list'];
}

test('no rule grants a wildcard or a way into a pod or node', () => {
  for (const rule of rules) {
    const granted = [
      ...(rule.apiGroups ?? []),
      ...(rule.resources ?? []),
      ...(rule.nonResourceURLs ?? []),
    ];
    assert.ok(granted.length > 0);
    for (const name of granted) {
      assert.ok(!name.includes('*'), JSON.stringify(rule));
      assert.ok(!NEVER_GRANTED.includes(name), JSON.stringify(rule));
    }
  }
});

test('Secrets, ConfigMaps and questions about others are granted by roles of their own', () => {
  const rolesThatGrant = resource =>
    rules
      .filter(({ resources }) => resources?.includes(resource))
      .map(({ role }) => role)
      .filter(role => role !== 'security-posture-reader');
  assert.deepEqual(
    rolesThatGrant('configmaps').concat(rolesThatGrant('subjectaccessreviews')),
    ['security-posture-reader-configmaps', 'security-posture-reader-probes'],
  );
  assert.ok(rolesThatGrant('secrets').every(role => role === SECRETS));
  const inKubeSystem = rules.find(({ resourceNames }) => resourceNames);
  assert.deepEqual(inKubeSystem.resources, ['configmaps']);
});

const kind = (plural, rest = {}) => ({ group: '', plural, ...rest });
const engine = {
  READ_PARTS: {
    cluster: { file: 'main.yaml' },
    customResources: { file: 'custom.yaml' },
    kubeSystem: { file: 'kube-system.yaml' },
    configMaps: { file: 'configmaps.yaml' },
    probes: { file: 'probes.yaml' },
  },
  KUBE_SYSTEM_CONFIG_MAPS: ['one', 'two'],
  WORKLOAD_RESOURCES: { pods: kind('pods') },
  SUPPORTING_RESOURCES: {
    namespaces: kind('namespaces'),
    nodes: kind('nodes', { group: 'example.com' }),
    claims: kind('claims', { group: 'example.com' }),
    services: kind('services', { group: 'example.com' }),
    reports: kind('reports', {
      group: 'example.com',
      listedWithoutSpec: true,
    }),
    constraints: kind('*', { group: 'constraints.gatekeeper.sh' }),
    quotas: kind('quotas'),
    configMaps: kind('configmaps', { optIn: 'configMaps' }),
    someConfigMaps: kind('configmaps', { optIn: 'configMaps' }),
  },
  readPartOfKind: ({ group, optIn }) =>
    optIn ?? (group.includes('gatekeeper') ? 'customResources' : 'cluster'),
  needsOf: ({ needs }) => needs,
  allControls: () => [
    { id: 'one', needs: ['nodes', 'claims', 'reports', 'configMaps'] },
    { id: 'two', needs: ['services', 'constraints', 'apiServerMetrics'] },
    {
      id: 'three',
      needs: ['kubeSystemConfigMaps', 'probes', 'someConfigMaps'],
    },
  ],
};
const rulesOf = file => parse(clusterRoles(engine)[file]).rules;

test('a rule holds the kinds of a group that serve the same controls in the same way', () => {
  assert.deepEqual(rulesOf('main.yaml').slice(1), [
    { nonResourceURLs: ['/metrics'], verbs: ['get'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    { apiGroups: [''], resources: ['namespaces'], verbs: ['list'] },
    {
      apiGroups: ['example.com'],
      resources: ['nodes', 'claims'],
      verbs: ['list'],
    },
    { apiGroups: ['example.com'], resources: ['services'], verbs: ['list'] },
    {
      apiGroups: ['example.com'],
      resources: ['reports'],
      verbs: ['get', 'list'],
    },
  ]);
});

test('kinds that are read on request only have a role of their own, and each one rule', () => {
  assert.deepEqual(rulesOf('configmaps.yaml'), [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['list'] },
  ]);
});

test('kinds of a group that nobody knows beforehand are written out', () => {
  const [{ resources }] = rulesOf('custom.yaml');
  assert.ok(resources.includes('k8spspprivilegedcontainer'));
  assert.ok(resources.every(name => /^[a-z0-9]+$/.test(name)));
});

test('ConfigMaps of kube-system are got by name, there and nowhere else', () => {
  assert.deepEqual(rulesOf('kube-system.yaml'), [
    {
      apiGroups: [''],
      resources: ['configmaps'],
      resourceNames: ['one', 'two'],
      verbs: ['get'],
    },
  ]);
});

test('every rule says which controls it serves', () => {
  const text = clusterRoles(engine)['main.yaml'];
  assert.match(text, /# one\n {2}- apiGroups: \[example\.com\]/);
  assert.match(text, /# two\n {2}- nonResourceURLs: \[\/metrics\]/);
});
