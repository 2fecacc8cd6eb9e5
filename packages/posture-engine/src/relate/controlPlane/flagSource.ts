/** One flag as a program was given it. */
export interface Flag {
  /** Every value in order: of a flag that is no list the last one wins. */
  readonly values: readonly string[];
  /** Where it stands, below the place of its program. */
  readonly path: string;
  /** Absent where the value must not be shown, as it comes from the environment, or is known to be set only. */
  readonly shown?: boolean;
}

/** One running program, with its flags. */
export interface FlaggedProgram {
  /** `Pod kube-system/kube-apiserver-cp-1`, `Node server-1`, `API server`. */
  readonly place: string;
  /** `kube-apiserver-cp-1` */
  readonly name: string;
  /** By name without dashes. */
  readonly flags: ReadonlyMap<string, Flag>;
  /** Names of settings in a configuration file, by the flag that sets the same. */
  readonly namesInFile?: ReadonlyMap<string, string>;
  /** Where a flag that is not set would stand, below the place. */
  readonly unsetPath: string;
  /** Whether a flag that is not in `flags` may be set nevertheless: in a file, or by the distribution. */
  readonly mayBeSet: (flag: string) => boolean;
}

/** Where the flags of all programs of one component are read. */
export interface FlagSource {
  readonly programs: readonly FlaggedProgram[];
  /** `from the static pods of 3 nodes` */
  readonly note: string;
}

/** Stands for a value that is taken from elsewhere, as `$(NAME)` does on a command line. */
export const VALUE_FROM_ELSEWHERE = '$()';
