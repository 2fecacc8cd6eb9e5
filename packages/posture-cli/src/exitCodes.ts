/** What the command line exits with. */
export const EXIT = {
  clean: 0,
  /** There are findings at or above `--fail-on`, or the gate does not pass. */
  findings: 1,
  /** Usage that is wrong, input that could not be read, or a portal that could not be asked. */
  unusable: 2,
} as const;

/** A code of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
