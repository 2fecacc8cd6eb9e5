/** A clock that is moved on from time to time, and runs in between. */
export class PastClock {
  private time = 0;
  private movedAt = 0;

  /** Moves the clock to a time, in epoch milliseconds. */
  moveTo(time: number): void {
    this.time = time;
    this.movedAt = performance.now();
  }

  /** Epoch milliseconds. */
  readonly now = (): number =>
    Math.floor(this.time + performance.now() - this.movedAt);
}
