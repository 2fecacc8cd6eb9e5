import { generateProjects } from '@backstage/e2e-test-utils/playwright';
import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { findChromium } from './scripts/verify/findChromium.mjs';

/** Tests that change what others see: clusters that fail, scans, exemptions, attestations. They run one at a time. */
const CHANGING = /\b(clusterFaults|clusters|exemptions|rescan)\.test\.ts$/;

/** Where `verify` runs the two kinds one after the other, each has a report of its own. */
const REPORT = join('e2e-test-report', process.env.E2E_PART ?? 'all');

const [portal] = generateProjects({ channel: 'chromium' });

/**
 * Runs against a portal that is up: `npm run demo`, or what `verify` starts.
 * Records no traces, which take as long as the tests: `--trace on` does.
 */
export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: join(REPORT, 'html') }],
    ['json', { outputFile: join(REPORT, 'results.json') }],
  ],
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:7007',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without it Playwright takes the browser that it downloaded itself.
      executablePath: findChromium(),
      args: [
        // Chromium refuses its sandbox to root, as in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  outputDir: 'node_modules/.cache/e2e-test-results',
  projects: [
    { ...portal, name: 'looking', testIgnore: CHANGING },
    { ...portal, name: 'changing', testMatch: CHANGING, workers: 1 },
  ],
});
