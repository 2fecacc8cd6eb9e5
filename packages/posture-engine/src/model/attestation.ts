/** A dated statement, by a person, on what no API shows. It answers a `notEvaluated(manual)` of one control of one cluster. */
export interface Attestation {
  readonly control: string;
  readonly outcome: 'pass' | 'fail';
  readonly author: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}
