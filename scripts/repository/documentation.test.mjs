import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow } from '../toolchain/hashFiles.mjs';
import { inRepository, root } from '../toolchain/paths.mjs';

const read = path => readFileSync(inRepository(path), 'utf8');
const readme = read('README.md');

/** The first column of the table below a heading, without its back quotes. */
function firstColumn(heading) {
  const [, section] = readme.split(`### ${heading}\n`);
  return [...section.split('\n#')[0].matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name]) => name,
  );
}

/** Dotted names of all keys of a type that hold no keys of their own. */
function leavesOf(members, prefix) {
  return members.flatMap(({ name, type }) => {
    const path = [...prefix, name.text];
    return ts.isTypeLiteralNode(type)
      ? leavesOf([...type.members], path)
      : path.join('.');
  });
}

function configKeys() {
  const source = ts.createSourceFile(
    'config.d.ts',
    read('plugins/security-posture-backend/config.d.ts'),
    ts.ScriptTarget.Latest,
  );
  const config = source.statements.find(ts.isInterfaceDeclaration);
  const [ours] = config.members;
  return leavesOf([...ours.type.members], []);
}

test('the README has every configuration key, once', () => {
  assert.deepEqual(firstColumn('5. Configuration').sort(), configKeys().sort());
});

test('the README has every permission, once', () => {
  const permissions = read(
    'plugins/security-posture-common/src/permissions.ts',
  ).matchAll(/name: '(security-posture\.[a-z.]+)'/g);
  assert.deepEqual(
    firstColumn('6. Permissions').sort(),
    [...permissions].map(([, name]) => name).sort(),
  );
});

test('every link of a page leads to a file', () => {
  const pages = filesBelow([root]).filter(file => file.endsWith('.md'));
  const links = pages.flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, link]) => ({ page, link }),
    ),
  );
  assert.ok(links.length > 10);
  for (const { page, link } of links) {
    const target = resolve(dirname(page), link);
    assert.ok(existsSync(target), `${relative(root, page)} links to ${link}`);
  }
});
