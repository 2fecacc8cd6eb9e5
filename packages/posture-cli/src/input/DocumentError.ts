/** A document cannot be read. The message is a sentence that quotes nothing of it. */
export class DocumentError extends Error {
  /** `line` is 1-based, in the file; without one the whole document is meant. */
  constructor(message: string, readonly line?: number) {
    super(message);
    this.name = 'DocumentError';
  }
}
