import { Failure } from './Failure.mjs';
import { endAllProcesses, isEndingAll } from './processes.mjs';

/**
 * Runs a script's main function and exits with the code it returns, or with 1
 * after a failure. Everything that it started is ended first. What fails because
 * the user interrupted is not told.
 */
export async function runMain(main) {
  let exitCode = 1;
  try {
    exitCode = (await main()) ?? 0;
  } catch (error) {
    if (isEndingAll()) {
      return;
    }
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
  await endAllProcesses();
  process.exit(exitCode);
}
