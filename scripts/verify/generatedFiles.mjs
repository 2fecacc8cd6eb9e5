import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { Failure } from '../toolchain/Failure.mjs';
import { filesBelow } from '../toolchain/hashFiles.mjs';
import { inRepository, root } from '../toolchain/paths.mjs';
import { runNode } from './tools.mjs';

/** Generates anew, and fails if that changes any file. */
export async function checkGeneratedFiles() {
  const before = await hashByFile();
  const exitCode = await runNode([inRepository('scripts/generate.mjs')]);
  if (exitCode !== 0) {
    throw new Failure('Generating files failed.');
  }
  const changed = changedFiles(before, await hashByFile());
  if (changed.length > 0) {
    throw new Failure(
      `These files were not up to date; commit what was generated now: ${changed.join(
        ', ',
      )}`,
    );
  }
}

/** Names of the files that differ, appeared or went away. */
export function changedFiles(before, after) {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter(name => before.get(name) !== after.get(name)).sort();
}

async function hashByFile() {
  const files = filesBelow([root]);
  return new Map(
    await Promise.all(
      files.map(async file => [
        relative(root, file),
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ]),
    ),
  );
}
