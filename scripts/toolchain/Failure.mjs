/** A known failure: its message is the one sentence that the user reads. */
export class Failure extends Error {
  name = 'Failure';
}
