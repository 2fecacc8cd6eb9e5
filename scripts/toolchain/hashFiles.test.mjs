import assert from 'node:assert/strict';
import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { quickKey } from '../posture/quickKey.mjs';
import { filesBelow, hashFiles } from './hashFiles.mjs';

let folder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'posture-hash-'));
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'src/a.ts'), 'a');
  await writeFile(join(folder, 'src/b.ts'), 'b');
  await writeFile(join(folder, 'node_modules/c.js'), 'c');
});

afterEach(() => rm(folder, { recursive: true }));

test('leaves out what is installed', () => {
  assert.deepEqual(filesBelow([folder]), [
    join(folder, 'src/a.ts'),
    join(folder, 'src/b.ts'),
  ]);
});

const changes = [
  ['a content', () => writeFile(join(folder, 'src/a.ts'), 'A')],
  ['a name', () => rename(join(folder, 'src/a.ts'), join(folder, 'src/z.ts'))],
  ['a file', () => writeFile(join(folder, 'src/new.ts'), '')],
];

for (const [what, change] of changes) {
  test(`both keys change with ${what}`, async () => {
    const keys = async () => [
      await hashFiles([folder]),
      quickKey(filesBelow([folder])),
    ];
    const [content, quick] = await keys();
    await change();
    const [contentAfter, quickAfter] = await keys();
    assert.notEqual(contentAfter, content);
    assert.notEqual(quickAfter, quick);
  });
}

test('the hash of the contents does not change with a time', async () => {
  const before = await hashFiles([folder]);
  await utimes(join(folder, 'src/a.ts'), 1, 1);
  assert.equal(await hashFiles([folder]), before);
});
