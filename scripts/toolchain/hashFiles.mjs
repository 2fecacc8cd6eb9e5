import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
export function filesBelow(paths) {
  return paths.flatMap(filesAt).sort();
}

function filesAt(path) {
  return statSync(path).isDirectory() ? filesIn(path) : [path];
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.has(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isFile() ? [path] : filesAt(path);
    });
}

/** One hash over the names and the contents of all files at or below paths. */
export async function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const file of filesBelow(paths)) {
    hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
