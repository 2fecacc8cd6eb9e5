/** What the command line exits with. */
export const EXIT = {
  clean: 0,
  /** There are findings at or above `--fail-on`. */
  findings: 1,
  /** Usage that is wrong, or input that could not be read. */
  unusable: 2,
} as const;

/** A code of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
