/** How many members have each score of 0 to 100. */
export class ScoreHistogram {
  private readonly members = new Array<number>(101).fill(0);
  private scored = 0;

  /** Adds or takes away a score; null is none. */
  count(score: number | null, times: 1 | -1): void {
    if (score === null) return;
    this.members[score] += times;
    this.scored += times;
  }

  /** The lowest score, or null where nobody has one. */
  lowest(): number | null {
    return this.atRank(1);
  }

  /** The 10th percentile by nearest rank, or null where nobody has a score. */
  percentile10(): number | null {
    return this.atRank(Math.ceil(this.scored / 10));
  }

  private atRank(rank: number): number | null {
    if (this.scored === 0) return null;
    let passed = 0;
    return this.members.findIndex(count => {
      passed += count;
      return passed >= rank;
    });
  }
}
