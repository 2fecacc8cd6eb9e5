import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../toolchain/Failure.mjs';
import { runProcess } from '../toolchain/processes.mjs';
import { say } from '../toolchain/say.mjs';
import {
  findChromium,
  HEADLESS_SHELL,
  isHeadlessShell,
} from './findChromium.mjs';
import { runTool } from './tools.mjs';

/**
 * Makes sure that there is a browser for the end-to-end tests: Debian's
 * headless shell where it can be installed, else an installed browser, else
 * the one that Playwright downloads.
 */
export async function bringChromium() {
  if (isHeadlessShell()) {
    return;
  }
  if (mayUseApt()) {
    await installPackage(HEADLESS_SHELL);
  }
  if (mayUseApt() && !findChromium()) {
    await installPackage('chromium');
  }
  if (findChromium() || (await hasPlaywrightChromium())) {
    return;
  }
  say('  Downloading Chromium …');
  if ((await runTool('playwright', ['install', 'chromium'])) !== 0) {
    throw new Failure(
      'The end-to-end tests need a browser: install Chromium or Chrome and run this again.',
    );
  }
}

/** What came of it is asked afterwards: without a network an installed browser will do. */
async function installPackage(name) {
  say(`  Installing the package ${name} …`);
  await runProcess('apt-get', ['update']);
  await runProcess('apt-get', [
    'install',
    '--yes',
    '--no-install-recommends',
    name,
  ]);
}

async function hasPlaywrightChromium() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

function mayUseApt() {
  return (
    process.getuid() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
