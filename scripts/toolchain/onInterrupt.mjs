import './exitWithParent.mjs';
import { endAllProcesses } from './processes.mjs';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Ends every started process, then this one, when the user interrupts. */
export function endEverythingOnInterrupt() {
  let isEnding = false;
  for (const [signal, exitCode] of Object.entries(SIGNALS)) {
    process.on(signal, async () => {
      if (!isEnding) {
        isEnding = true;
        await endAllProcesses();
        process.exit(exitCode);
      }
    });
  }
}
