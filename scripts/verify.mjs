import { validateTables } from './data/validateTables.mjs';
import { endEverythingOnInterrupt } from './toolchain/onInterrupt.mjs';
import { install } from './toolchain/install.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { continueOnSupportedNode } from './toolchain/supportedNode.mjs';
import { bringChromium } from './verify/bringChromium.mjs';
import { checkCardSize } from './verify/cardSize.mjs';
import { runEndToEndTests } from './verify/endToEndTests.mjs';
import { checkGeneratedFiles } from './verify/generatedFiles.mjs';
import { runJest } from './verify/jest.mjs';
import { runProcessTests } from './verify/processTests.mjs';
import { runScriptTests } from './verify/scriptTests.mjs';
import { checkSources } from './verify/sources.mjs';
import { runSteps } from './verify/runSteps.mjs';
import { checkPorts } from './portal/startPortal.mjs';

const steps = [
  { name: 'Ports', run: checkPorts, isNeeded: true },
  { name: 'Dependencies', run: install, isNeeded: true },
  { name: 'Browser', run: bringChromium, isNeeded: true },
  { name: 'Format, lint and types', run: checkSources },
  { name: 'Generated files', run: checkGeneratedFiles },
  { name: 'Data tables', run: validateTables },
  { name: 'Tests of the scripts', run: runScriptTests },
  { name: 'Unit and integration tests', run: runJest },
  { name: 'End-to-end tests', run: runEndToEndTests },
  // By then the app is built: beside the making of the past, which keeps one core busy.
  { name: 'Size of the card', run: checkCardSize },
];

/** What takes many minutes more. */
const fullSteps = [{ name: 'Tests with real processes', run: runProcessTests }];

runMain(async () => {
  await continueOnSupportedNode();
  endEverythingOnInterrupt();
  process.env.CI = '1';
  const isFull = process.argv.includes('--full');
  if (isFull) process.env.POSTURE_VERIFY_FULL = '1';
  const { passed, failed } = await runSteps(
    isFull ? [...steps, ...fullSteps] : steps,
  );
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
