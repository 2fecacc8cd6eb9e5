import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow } from '../toolchain/hashFiles.mjs';
import { inRepository, root } from '../toolchain/paths.mjs';
import { workspaceFolders } from '../toolchain/workspaces.mjs';

/** Every file that `tsc` reads by itself. */
function checkedFiles() {
  const { config } = ts.readConfigFile(
    inRepository('tsconfig.json'),
    ts.sys.readFile,
  );
  return ts.parseJsonConfigFileContent(config, ts.sys, root).fileNames;
}

test('tsc checks every TypeScript file of every workspace', () => {
  const folders = workspaceFolders().map(folder => inRepository(folder));
  const written = filesBelow(folders).filter(file => /\.tsx?$/.test(file));
  const checked = new Set(checkedFiles());
  const unchecked = written.filter(file => !checked.has(file));
  assert.ok(written.length > 100);
  assert.deepEqual(
    unchecked.map(file => relative(root, file)),
    [],
  );
});
