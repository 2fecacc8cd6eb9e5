import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inRepository } from '../toolchain/paths.mjs';
import { workspaceFolders } from '../toolchain/workspaces.mjs';

const require = createRequire(import.meta.url);
const { ESLint } = require('eslint');
const { importTable } = require('../../eslint-import-rules.js');

const engine = 'security-posture-engine';
const backend = 'backstage-plugin-security-posture-backend';
const RULE = '@typescript-eslint/no-restricted-imports';

/** The table's `never` column as the architecture puts it, one case each. */
const forbidden = [
  ['packages/posture-engine', '@backstage/errors'],
  ['packages/posture-engine', 'node:fs'],
  ['packages/posture-engine', 'crypto'],
  ['packages/posture-engine', 'knex'],
  ['packages/posture-engine', 'react'],
  ['plugins/security-posture-common', 'node:path'],
  ['plugins/security-posture-common', 'react'],
  ['plugins/security-posture-common', engine],
  ['plugins/security-posture-node', backend],
  ['plugins/security-posture-node', 'backstage-plugin-security-posture'],
  ['plugins/security-posture-backend', 'react'],
  [
    'plugins/security-posture-backend',
    'backstage-plugin-security-posture/alpha',
  ],
  ['plugins/security-posture', engine],
  ['plugins/security-posture', 'backstage-plugin-security-posture-node'],
  ['plugins/security-posture', backend],
  ['packages/posture-cli', backend],
  ['packages/demo-cluster', engine],
  ['packages/app', engine],
  ['packages/backend', engine],
];

const allowed = [
  ['plugins/security-posture-backend', `import { a } from '${engine}';`],
  [
    'plugins/security-posture-common',
    `import type { A } from '${engine}'; export type B = A;`,
  ],
  ['packages/posture-cli', `import { a } from '${engine}';`],
  ['packages/posture-engine', `import { react } from './react';`],
];

async function reportsOf(folder, text) {
  const eslint = new ESLint({ cwd: inRepository(folder) });
  const [{ messages }] = await eslint.lintText(text, {
    filePath: inRepository(folder, 'src/imported.ts'),
  });
  return messages.filter(({ ruleId }) => ruleId === RULE);
}

for (const [folder, name] of forbidden) {
  test(`lint reports ${name} in ${folder}`, async () => {
    const reports = await reportsOf(folder, `import { a } from '${name}';`);
    assert.equal(reports.length, 1);
  });
}

for (const [folder, text] of allowed) {
  test(`lint allows ${text} in ${folder}`, async () => {
    assert.deepEqual(await reportsOf(folder, text), []);
  });
}

test('every workspace but the modules has a row', () => {
  const names = workspaceFolders().map(folder => folder.split('/')[1]);
  const missing = names.filter(
    name => !(name in importTable) && !name.includes('-module-'),
  );
  assert.deepEqual(missing, []);
});
