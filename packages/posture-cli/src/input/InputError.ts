/** Why a file or a document could not be read. Never holds what the file holds. */
export interface InputError {
  /** The path as it was given, with forward slashes; `-` is the standard input. */
  readonly file: string;
  /** 1-based, counting every document of the file. */
  readonly document?: number;
  /** 1-based, in the file. */
  readonly line?: number;
  /** One or two sentences. */
  readonly message: string;
}
