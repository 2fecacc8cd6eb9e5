import module from 'node:module';
import { runOnFetchedNode } from './posture/onFetchedNode.mjs';

/** What the command line exits with where it cannot do its work. */
const EXIT_UNUSABLE = 2;

process.exitCode = runOnFetchedNode() ?? (await run());

/** Runs the prepared command line on the Node that runs now. */
async function run() {
  try {
    const { COMPILED, preparedBundle } = await import(
      './posture/preparedBundle.mjs'
    );
    const bundle = await preparedBundle();
    module.enableCompileCache?.(COMPILED);
    const { main } = await import(bundle);
    return await main(process.argv.slice(2), process);
  } catch (error) {
    const { Failure } = await import('./toolchain/Failure.mjs');
    console.error(error instanceof Failure ? error.message : error);
    return EXIT_UNUSABLE;
  }
}
