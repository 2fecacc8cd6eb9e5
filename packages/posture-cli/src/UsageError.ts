/** The command line was used in a way that cannot work. The message is one or two sentences for its user. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
