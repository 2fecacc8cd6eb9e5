import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { yarnEnvironment, yarnPath } from './yarn.mjs';

test('the yarn of .yarnrc.yml is committed', () => {
  assert.ok(existsSync(yarnPath()));
});

const registry = 'https://registry.example';
const cases = [
  ['takes the registry of npm', { npm_config_registry: registry }, registry],
  [
    'leaves a registry of yarn alone',
    {
      npm_config_registry: registry,
      YARN_NPM_REGISTRY_SERVER: 'https://other',
    },
    'https://other',
  ],
  ['sets none where npm has none', {}, undefined],
];

for (const [name, environment, expected] of cases) {
  test(name, () => {
    const { YARN_NPM_REGISTRY_SERVER } = yarnEnvironment(environment);
    assert.equal(YARN_NPM_REGISTRY_SERVER, expected);
  });
}
