import { readFile } from 'node:fs/promises';

/** A file's text, or undefined where there is no such file. */
export async function readText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
