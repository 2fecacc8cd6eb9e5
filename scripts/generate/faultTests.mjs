import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { inRepository, root } from '../toolchain/paths.mjs';

const ts = createRequire(import.meta.url)('typescript');

const FILES = [
  'plugins/security-posture-backend/src/**/*.test.ts',
  'scripts/processes/*.test.ts',
];

const PREFIX = 'fault: ';
const SUITES = ['describe'];
const TESTS = ['it', 'test'];

/**
 * Every test of a fault, by the names of tests: of `describe('fault: disk full')` each test in it says what happens;
 * a test may also say both, as in `fault: disk full: the last posture is served`.
 */
export function faultTests() {
  return FILES.flatMap(pattern => globSync(inRepository(pattern)))
    .sort()
    .flatMap(path =>
      faultsOf(readFileSync(path, 'utf8')).map(fault => ({
        ...fault,
        file: relative(root, path),
      })),
    );
}

/** The faults that the text of a test file names, each with what happens. */
export function faultsOf(text) {
  const source = ts.createSourceFile('a.test.ts', text, ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node, titles) => {
    const block = blockOf(node);
    if (!block) {
      ts.forEachChild(node, child => visit(child, titles));
      return;
    }
    for (const title of block.titles) {
      const path = [...titles, title];
      if (block.isTest) found.push(...faultOf(path));
      else block.body.forEach(child => visit(child, path));
    }
  };
  visit(source, []);
  return found;
}

function faultOf(path) {
  const named = path.find(title => title.startsWith(PREFIX));
  if (named === undefined) return [];
  const words = named.slice(PREFIX.length);
  const test = path.at(-1);
  if (named !== test) return [{ fault: words, happens: test }];
  const [fault, ...rest] = words.split(': ');
  return [{ fault, happens: rest.join(': ') }];
}

/** A suite or a test with its titles, of which a table has one for each row. */
function blockOf(node) {
  if (!ts.isCallExpression(node)) return undefined;
  const [title, ...body] = node.arguments;
  if (!title || !ts.isStringLiteralLike(title)) return undefined;
  const each = ts.isCallExpression(node.expression)
    ? node.expression
    : undefined;
  const callee = each ? each.expression.expression : node.expression;
  const name = callee && ts.isIdentifier(callee) ? callee.text : undefined;
  if (![...SUITES, ...TESTS].includes(name)) return undefined;
  return {
    isTest: TESTS.includes(name),
    titles: each ? titlesOf(title.text, each.arguments[0]) : [title.text],
    body,
  };
}

function titlesOf(title, table) {
  if (!title.includes('%s') || !ts.isArrayLiteralExpression(table))
    return [title];
  return table.elements.flatMap(row => {
    const first = ts.isArrayLiteralExpression(row) ? row.elements[0] : row;
    return first && ts.isStringLiteralLike(first)
      ? [title.replace('%s', () => first.text)]
      : [];
  });
}
