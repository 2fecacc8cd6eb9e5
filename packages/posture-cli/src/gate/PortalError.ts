/** The portal could not be asked, or its answer is of no use. The message is one or two sentences; never holds the token. */
export class PortalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PortalError';
  }
}
