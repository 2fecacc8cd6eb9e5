import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Manifest } from '../objects/Manifest';
import { parseManifests } from './parseManifests';

/**
 * Reads a file, or every .yaml, .yml and .json file below a folder, in the
 * order of their paths.
 *
 * @throws Error if the path does not exist or a file cannot be read.
 */
export async function loadFolder(path: string): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const file of await filesOf(path)) {
    manifests.push(...parseManifests(await readFile(file, 'utf8'), file));
  }
  return manifests;
}

async function filesOf(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) {
    return [path];
  }
  const names = await readdir(path, { recursive: true });
  return names
    .filter(name => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map(name => join(path, name));
}
