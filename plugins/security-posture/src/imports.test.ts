import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCE = __dirname;

/** Everything that ships: no tests, nothing that only tests use. */
function shippedFiles(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .filter(
      path => !/\.test\.tsx?$|^testing\/|^__testUtils__|^setupTests/.test(path),
    );
}

/** What a file imports at run time; type imports are gone by then. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(SOURCE, path), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm,
  );
  return [...statements].map(([, from, lazy, bare]) => from ?? lazy ?? bare);
}

function importersOf(module: RegExp): string[] {
  return shippedFiles().filter(path =>
    importsOf(path).some(name => module.test(name)),
  );
}

describe('imports of the package', () => {
  it('are found', () => {
    expect(importersOf(/^swr$/)).toContain('api/useResource.ts');
    expect(importersOf(/EntityPostureCard$/)).toContain('plugin.ts');
  });

  it('take react-router-dom in src/routing only', () => {
    const importers = importersOf(/^react-router/);
    expect(importers).not.toEqual([]);
    expect(importers.filter(path => !path.startsWith('routing/'))).toEqual([]);
  });

  it.each([
    ['the engine', /^security-posture-engine/],
    ['the backend', /^backstage-plugin-security-posture-(backend|node)/],
    ['anything of Node', /^node:/],
    [
      'of plugins that an app may lack',
      /^@backstage\/plugin-(?:notifications|scaffolder|search|signals(?!-react))/,
    ],
    ['only tests need', /testing\/|__testUtils__|^msw|^@testing-library/],
  ])('never take %s', (_, module) => {
    expect(importersOf(module)).toEqual([]);
  });

  it('stay inside the package', () => {
    const outside = shippedFiles().filter(path =>
      importsOf(path)
        .filter(name => name.startsWith('.'))
        .map(name => relative(SOURCE, join(SOURCE, path, '..', name)))
        .some(name => name.startsWith('..') && name !== '../package.json'),
    );
    expect(outside).toEqual([]);
  });
});
