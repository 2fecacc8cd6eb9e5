/** Bounds how many sweeps this replica runs at once. */
export class SweepSlots {
  private readonly running = new Set<string>();

  constructor(private readonly size: number) {}

  /** How many sweeps may begin now. */
  get free(): number {
    return this.size - this.running.size;
  }

  /** Runs the work if there is a free slot, and answers whether it ran. */
  async run(cluster: string, work: () => Promise<void>): Promise<boolean> {
    if (this.free <= 0 || this.running.has(cluster)) return false;
    this.running.add(cluster);
    try {
      await work();
    } finally {
      this.running.delete(cluster);
    }
    return true;
  }
}
