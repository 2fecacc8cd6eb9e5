import module from 'node:module';
import { COMPILED, preparedBundle } from './posture/preparedBundle.mjs';
import { Failure } from './toolchain/Failure.mjs';

/** What the command line exits with where it cannot do its work. */
const EXIT_UNUSABLE = 2;

try {
  const bundle = await preparedBundle();
  module.enableCompileCache?.(COMPILED);
  const { main } = await import(bundle);
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = EXIT_UNUSABLE;
}
