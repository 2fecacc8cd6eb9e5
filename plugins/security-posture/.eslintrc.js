const { packageConfig } = require('../../eslint-import-rules');

const config = packageConfig(__dirname);
const [, ...restrictedSyntax] = config.rules['no-restricted-syntax'];

/** Backstage 1.57 replaces the router, so that one folder alone knows it. */
const routerOnlyInRouting = {
  files: ['src/**'],
  excludedFiles: ['src/routing/**', '**/*.test.*', 'src/__testUtils__/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...restrictedSyntax,
      {
        selector: 'ImportDeclaration[source.value=/^react-router/]',
        message: 'Only src/routing imports the router.',
      },
    ],
  },
};

module.exports = {
  ...config,
  overrides: [...config.overrides, routerOnlyInRouting],
};
