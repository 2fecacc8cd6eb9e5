import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../toolchain/Failure.mjs';
import { runProcess } from '../toolchain/processes.mjs';
import { say } from '../toolchain/say.mjs';
import { findChromium } from './findChromium.mjs';
import { runTool } from './tools.mjs';

/**
 * Makes sure that there is a browser for the end-to-end tests: an installed
 * one, else Debian's package, else the one that Playwright downloads.
 */
export async function bringChromium() {
  if (findChromium() || (await hasPlaywrightChromium())) {
    return;
  }
  if (mayUseApt()) {
    say('  Installing the package chromium …');
    await runProcess('apt-get', ['update']);
    await runProcess('apt-get', [
      'install',
      '--yes',
      '--no-install-recommends',
      'chromium',
    ]);
    if (findChromium()) {
      return;
    }
  }
  say('  Downloading Chromium …');
  if ((await runTool('playwright', ['install', 'chromium'])) !== 0) {
    throw new Failure(
      'The end-to-end tests need a browser: install Chromium or Chrome and run this again.',
    );
  }
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
