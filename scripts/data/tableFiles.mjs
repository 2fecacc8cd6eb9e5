import { readdir, readFile } from 'node:fs/promises';
import { inRepository } from '../toolchain/paths.mjs';

const FOLDER = 'packages/posture-engine/src/data';

/** The path of a table in the repository. */
export function tablePath(name) {
  return `${FOLDER}/tables/${name}.json`;
}

/** Names of all tables. */
export async function tableNames() {
  const files = await readdir(inRepository(`${FOLDER}/tables`));
  return files
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length))
    .sort();
}

/** The schema of a table. Throws where it has none. */
export function readSchema(name) {
  return readJson(`${FOLDER}/schemas/${name}.schema.json`);
}

/** A JSON file of the repository. */
export async function readJson(path) {
  return JSON.parse(await readFile(inRepository(path), 'utf8'));
}
