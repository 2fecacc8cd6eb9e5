import { pathToFileURL } from 'node:url';
import { filesBelow } from '../toolchain/hashFiles.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { readText } from '../toolchain/readText.mjs';
import { quickKey } from './quickKey.mjs';

/** What the command line is built from. */
export const SOURCES = [
  'packages/posture-engine',
  'packages/posture-cli',
  'yarn.lock',
].map(path => inRepository(path));

/** Where what is built lies. */
export const FOLDER = inRepository('node_modules/.cache/posture');
export const QUICK_KEY = `${FOLDER}/quick-key`;
export const BUNDLE = `${FOLDER}/posture.cjs`;
/** Where Node keeps what it compiled of the bundle. */
export const COMPILED = `${FOLDER}/compiled`;

/**
 * The URL of the command line in one file. It is built unless that was done from
 * the very same sources, told by their sizes and times; what building takes is
 * loaded only then, for a call that finds it built answers at once.
 */
export async function preparedBundle() {
  const quick = quickKey(filesBelow(SOURCES));
  if ((await readText(QUICK_KEY)) !== quick) {
    const { buildBundle } = await import('./buildBundle.mjs');
    await buildBundle(quick);
  }
  return pathToFileURL(BUNDLE).href;
}
