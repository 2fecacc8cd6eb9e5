import { prepareBundle } from './posture/prepareBundle.mjs';
import { Failure } from './toolchain/Failure.mjs';
import { endEverythingOnInterrupt } from './toolchain/onInterrupt.mjs';

/** What the command line exits with where it cannot do its work. */
const EXIT_UNUSABLE = 2;

try {
  const { main } = await import(
    await prepareBundle({ onSlowWork: endEverythingOnInterrupt })
  );
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = EXIT_UNUSABLE;
}
