// Takes the pictures of docs/images in the demo portal, which has to be up: `npm run demo`.
import { mkdir, stat } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { PORTAL_URL } from './portal/addresses.mjs';
import { takePicture } from './screenshots/takePicture.mjs';
import { VIEWS } from './screenshots/views.mjs';
import { Failure } from './toolchain/Failure.mjs';
import { inRepository } from './toolchain/paths.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { say } from './toolchain/say.mjs';
import { continueOnSupportedNode } from './toolchain/supportedNode.mjs';
import { tryFetch } from './toolchain/tryFetch.mjs';
import { findChromium } from './verify/findChromium.mjs';

const FOLDER = inRepository('docs/images');
const MOST_BYTES = 300_000;

runMain(async () => {
  await continueOnSupportedNode();
  if (!(await tryFetch(PORTAL_URL))?.ok) {
    throw new Failure(
      `Nothing answers at ${PORTAL_URL}: start the portal with npm run demo first.`,
    );
  }
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    // Chromium refuses its sandbox to root, as in most containers.
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    for (const view of VIEWS) {
      for (const theme of view.themes ?? ['light']) {
        await takeAndMeasure(browser, view, theme);
      }
    }
  } finally {
    await browser.close();
  }
});

async function takeAndMeasure(browser, view, theme) {
  const name = `${view.name}-${theme}.png`;
  const path = `${FOLDER}/${name}`;
  await takePicture(browser, view, theme, path);
  const { size } = await stat(path);
  if (size > MOST_BYTES) {
    throw new Failure(
      `${name} has ${size} bytes, and ${MOST_BYTES} are the most.`,
    );
  }
  say(`docs/images/${name}: ${Math.round(size / 1000)} kB`);
}
