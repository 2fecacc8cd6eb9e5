import { mkdir, rename, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { filesBelow, hashFiles } from '../toolchain/hashFiles.mjs';
import { install } from '../toolchain/install.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { readText } from '../toolchain/readText.mjs';
import { say } from '../toolchain/say.mjs';
import { checkPlatform } from '../toolchain/supportedNode.mjs';
import { quickKey } from './quickKey.mjs';

const SOURCES = [
  'packages/posture-engine',
  'packages/posture-cli',
  'yarn.lock',
].map(path => inRepository(path));

const FOLDER = inRepository('node_modules/.cache/posture');
const QUICK_KEY = `${FOLDER}/quick-key`;
const CONTENT_KEY = `${FOLDER}/content-key`;
const BUNDLE = `${FOLDER}/posture.cjs`;

/**
 * Builds the command line into one file, unless that was done from the very
 * same sources: told by their sizes and times, and where these differ by their
 * contents. Resolves to the URL of the bundle.
 */
export async function prepareBundle({ onSlowWork }) {
  const quick = await quickKey(await filesBelow(SOURCES));
  if ((await readText(QUICK_KEY)) !== quick) {
    onSlowWork();
    checkPlatform();
    await install();
    await bundleIfChanged();
    await writeWhole(QUICK_KEY, quick);
  }
  return pathToFileURL(BUNDLE).href;
}

async function bundleIfChanged() {
  const content = await hashFiles(SOURCES);
  if ((await readText(CONTENT_KEY)) === content) {
    return;
  }
  say('Building the command line …');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [inRepository('packages/posture-cli/src/index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    legalComments: 'none',
  });
  await writeWhole(BUNDLE, outputFiles[0].contents);
  await writeWhole(CONTENT_KEY, content);
}

/** Writes a file so that nobody, even in parallel, ever reads half of it. */
async function writeWhole(path, content) {
  await mkdir(FOLDER, { recursive: true });
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}
