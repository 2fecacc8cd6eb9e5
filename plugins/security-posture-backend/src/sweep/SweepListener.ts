/** Is told when a sweep moved, so that those who wait can be told in turn. */
export interface SweepListener {
  /** Lists were read, or the sweep ended. Never rejects. */
  moved(sweepId: string): Promise<void>;
}
