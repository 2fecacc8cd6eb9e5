import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inRepository } from '../toolchain/paths.mjs';
import { clusterRoles } from './clusterRoles.mjs';

const NEVER_GRANTED = ['*', 'secrets', 'nodes/proxy', 'pods/exec', 'pods/log'];

const roles = readdirSync(inRepository('deploy')).map(file =>
  parse(readFileSync(inRepository('deploy', file), 'utf8')),
);
const rules = roles.flatMap(role =>
  role.rules.map(rule => ({ role: role.metadata.name, ...rule })),
);

test('both roles are there, under names of their own', () => {
  assert.deepEqual(roles.map(({ metadata }) => metadata.name).sort(), [
    'security-posture-reader',
    'security-posture-reader-configmaps',
  ]);
});

test('kinds are listed, paths are read, and that is all', () => {
  for (const rule of rules) {
    const allowed = rule.nonResourceURLs ? ['get'] : ['list'];
    assert.deepEqual(rule.verbs, allowed, JSON.stringify(rule));
  }
});

test('no rule grants everything, Secrets or a way into a pod or node', () => {
  for (const rule of rules) {
    const granted = [
      ...(rule.apiGroups ?? []),
      ...(rule.resources ?? []),
      ...(rule.nonResourceURLs ?? []),
    ];
    assert.ok(granted.length > 0);
    for (const name of NEVER_GRANTED) {
      assert.ok(!granted.includes(name), JSON.stringify(rule));
    }
  }
});

test('ConfigMaps are granted by their own role only', () => {
  assert.deepEqual(
    rules
      .filter(({ resources }) => resources?.includes('configmaps'))
      .map(({ role }) => role),
    ['security-posture-reader-configmaps'],
  );
});

const kind = (plural, rest = {}) => ({ group: '', plural, ...rest });
const engine = {
  WORKLOAD_RESOURCES: { pods: kind('pods') },
  SUPPORTING_RESOURCES: {
    namespaces: kind('namespaces'),
    nodes: kind('nodes', { group: 'example.com' }),
    claims: kind('claims', { group: 'example.com' }),
    services: kind('services', { group: 'example.com' }),
    quotas: kind('quotas'),
    configMaps: kind('configmaps', { optIn: true }),
  },
  allControls: () => [
    { id: 'one', needs: ['nodes', 'claims', 'configMaps'] },
    { id: 'two', needs: ['services'] },
  ],
};
const rulesOf = file => parse(clusterRoles(engine)[file]).rules;

test('a rule holds the kinds of a group that serve the same controls', () => {
  assert.deepEqual(rulesOf('cluster-role.yaml').slice(1), [
    { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
    { apiGroups: [''], resources: ['namespaces'], verbs: ['list'] },
    {
      apiGroups: ['example.com'],
      resources: ['nodes', 'claims'],
      verbs: ['list'],
    },
    { apiGroups: ['example.com'], resources: ['services'], verbs: ['list'] },
  ]);
});

test('kinds that are read on request only have a role of their own', () => {
  assert.deepEqual(rulesOf('cluster-role-configmaps.yaml'), [
    { apiGroups: [''], resources: ['configmaps'], verbs: ['list'] },
  ]);
});

test('every rule says which controls it serves', () => {
  const text = clusterRoles(engine)['cluster-role.yaml'];
  assert.match(text, /# one\n {2}- apiGroups: \[example\.com\]/);
});
