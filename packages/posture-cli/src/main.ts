import { CommanderError } from 'commander';
import { createProgram } from './commands/createProgram';
import { EXIT, ExitCode } from './exitCodes';
import { PortalError } from './gate/PortalError';
import { Io } from './Io';
import { printable } from './report/printable';
import { UsageError } from './UsageError';

/**
 * Runs `posture` with its arguments (without those of Node) and answers its exit code.
 * Nothing but the report goes to the standard output.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const program = createProgram(io, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT.clean : EXIT.unusable;
    if (!(error instanceof UsageError || error instanceof PortalError))
      throw error;
    io.stderr.write(`error: ${printable(error.message)}\n`);
    return EXIT.unusable;
  }
}
