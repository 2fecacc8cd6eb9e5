import { PORTAL_URL, SCANNED_SERVICE_PATH } from './portal/addresses.mjs';
import { checkPorts, startPortal } from './portal/startPortal.mjs';
import { Failure } from './toolchain/Failure.mjs';
import { install } from './toolchain/install.mjs';
import { endEverythingOnInterrupt } from './toolchain/onInterrupt.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { say } from './toolchain/say.mjs';
import { continueOnSupportedNode } from './toolchain/supportedNode.mjs';

runMain(async () => {
  await continueOnSupportedNode();
  endEverythingOnInterrupt();
  await checkPorts();
  await install();
  const isBare = process.argv.includes('--bare');
  const services = await startPortal({ isBare });
  say('The portal is up; Ctrl-C ends it. A scanned service:');
  console.log(`${PORTAL_URL}${SCANNED_SERVICE_PATH}`);
  await firstToEnd(services);
});

async function firstToEnd(services) {
  const log = await Promise.race(
    services.map(
      service =>
        new Promise(resolve =>
          service.child.once('exit', () => resolve(service.log)),
        ),
    ),
  );
  throw new Failure(`A process of the demo ended; its log is ${log}.`);
}
