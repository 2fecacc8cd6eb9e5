const { basename } = require('node:path');
const { builtinModules } = require('node:module');
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

const engine = 'security-posture-engine';
const common = 'backstage-plugin-security-posture-common';
const node = 'backstage-plugin-security-posture-node';
const backend = 'backstage-plugin-security-posture-backend';
const frontend = 'backstage-plugin-security-posture';
const cli = 'security-posture-cli';
const demoCluster = 'security-posture-demo-cluster';

const ours = [engine, common, node, backend, frontend, cli, demoCluster];
const nodeBuiltIns = ['node:*', ...builtinModules];
const react = ['react', 'react-dom', '@material-ui/*', '@backstage/ui'];

/**
 * Which package imports what, by the package's folder: `ours` are the packages
 * of this repository that it may import, `typesOfOurs` those of which it may
 * import types only, `never` what it must not import besides. A package that
 * is not here imports nothing of ours but what its package.json declares.
 */
const importTable = {
  'posture-engine': {
    ours: [],
    never: ['@backstage/*', ...nodeBuiltIns, ...react, 'knex'],
  },
  'security-posture-common': {
    ours: [],
    typesOfOurs: [engine],
    never: [...nodeBuiltIns, ...react, 'knex'],
  },
  'security-posture-node': { ours: [engine, common], never: react },
  'security-posture-backend': { ours: [node, common, engine], never: react },
  'security-posture': { ours: [common], never: ['knex'] },
  'posture-cli': { ours: [engine, common], never: react },
  'demo-cluster': { ours: [], never: react },
  app: { ours: [frontend], never: ['knex'] },
  backend: { ours: [backend, common], never: react },
  'security-posture-module-example': { ours: [engine, node], never: ['knex'] },
};

/** What no module of ours may import, whatever plugin it extends. */
const modules = { ours: [common, node], never: ['knex'] };

function importsOf(folder) {
  const entry = importTable[folder];
  if (!entry && !folder.includes('-module-')) {
    throw new Error(
      `${folder} has no row in the table of eslint-import-rules.js`,
    );
  }
  return { typesOfOurs: [], ...(entry ?? modules) };
}

/** Patterns for the rule; a leading slash keeps relative paths out. */
function restrictions({ ours: allowed, typesOfOurs, never }) {
  const forbidden = ours.filter(
    name => !allowed.includes(name) && !typesOfOurs.includes(name),
  );
  const message = 'The table in eslint-import-rules.js forbids this import.';
  return [
    { group: [...forbidden, ...never].map(name => `/${name}`), message },
    ...typesOfOurs.map(name => ({
      group: [`/${name}`],
      allowTypeImports: true,
      message: `${message} Types may be imported.`,
    })),
  ];
}

/**
 * The ESLint configuration of a package: Backstage's own, and the import table
 * for all that is not a test.
 */
function packageConfig(folder) {
  return createBackstageConfig(folder, {
    overrides: [
      {
        files: ['src/**'],
        excludedFiles: [
          '**/*.test.*',
          '**/__testUtils__/**',
          'src/setupTests.*',
          'src/testing/**',
        ],
        rules: {
          '@typescript-eslint/no-restricted-imports': [
            'error',
            { patterns: restrictions(importsOf(basename(folder))) },
          ],
        },
      },
    ],
  });
}

module.exports = { importTable, packageConfig };
