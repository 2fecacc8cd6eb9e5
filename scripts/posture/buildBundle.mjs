import { mkdir, rename, writeFile } from 'node:fs/promises';
import { hashFiles } from '../toolchain/hashFiles.mjs';
import { install } from '../toolchain/install.mjs';
import { endEverythingOnInterrupt } from '../toolchain/onInterrupt.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { readText } from '../toolchain/readText.mjs';
import { say } from '../toolchain/say.mjs';
import { checkPlatform } from '../toolchain/supportedNode.mjs';
import { BUNDLE, FOLDER, QUICK_KEY, SOURCES } from './preparedBundle.mjs';

const CONTENT_KEY = `${FOLDER}/content-key`;

/**
 * Builds the command line into one file, unless that was done from sources of
 * the same contents, and notes the quick key of these.
 */
export async function buildBundle(quick) {
  endEverythingOnInterrupt();
  checkPlatform();
  await install();
  await bundleIfChanged();
  await writeWhole(QUICK_KEY, quick);
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
