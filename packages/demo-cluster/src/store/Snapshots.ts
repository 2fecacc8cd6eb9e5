import { StoredObject } from './StoredObject';

interface Snapshot {
  rows: readonly StoredObject[];
  expiresAt: number;
}

const limit = 1000;

/**
 * Past states of tables that a running list still reads. Kubernetes keeps them
 * until the next compaction, five minutes by default.
 */
export class Snapshots {
  private readonly snapshots = new Map<string, Snapshot>();

  constructor(
    private readonly lifeMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Keeps a state for a list that begins now, however long others have read it. */
  keep(
    table: string,
    resourceVersion: number,
    rows: readonly StoredObject[],
  ): void {
    const key = `${table}@${resourceVersion}`;
    this.snapshots.delete(key);
    this.snapshots.set(key, { rows, expiresAt: this.now() + this.lifeMs });
    this.dropOldest();
  }

  /** Undefined once the state is expired. */
  find(
    table: string,
    resourceVersion: number,
  ): readonly StoredObject[] | undefined {
    const snapshot = this.snapshots.get(`${table}@${resourceVersion}`);
    return snapshot && snapshot.expiresAt > this.now()
      ? snapshot.rows
      : undefined;
  }

  private dropOldest(): void {
    for (const [key, { expiresAt }] of this.snapshots) {
      if (this.snapshots.size <= limit && expiresAt > this.now()) {
        return;
      }
      this.snapshots.delete(key);
    }
  }
}
