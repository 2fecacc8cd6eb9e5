import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

const NOT_SOURCES = new Set([
  '.cache',
  '.demo',
  '.git',
  '.toolchain',
  'coverage',
  'dist',
  'dist-types',
  'e2e-test-report',
  'node_modules',
]);

/** All files at or below the given paths, sorted; what is built is left out. */
export async function filesBelow(paths) {
  const found = await Promise.all(paths.map(filesAt));
  return found.flat().sort();
}

async function filesAt(path) {
  if (!(await stat(path)).isDirectory()) {
    return [path];
  }
  const entries = await readdir(path, { withFileTypes: true });
  const paths = entries
    .filter(({ name }) => !NOT_SOURCES.has(name))
    .map(({ name }) => join(path, name));
  return filesBelow(paths);
}

/** One hash over the names and the contents of all files at or below paths. */
export async function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const file of await filesBelow(paths)) {
    hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
