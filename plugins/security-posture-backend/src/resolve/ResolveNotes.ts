import { ResolveStore } from '../database/ResolveStore';

/** A part of a resolve is done at least this often, in milliseconds, though nothing has changed: so long may last what a replica of an older release wrote, or a hand. */
const LONGEST_REST = 3_600_000;

/** A part of a resolve. */
export interface ResolvePart {
  /** The cluster that it joins; absent: it saves what the catalog lists. */
  readonly cluster?: string;
  /** Of everything that it reads, as it was before. */
  readonly digest: string;
  /** False while something keeps it from writing everything. */
  readonly mayWriteAll: () => Promise<boolean>;
}

/** Tells whether a part of a resolve would find what the last one found, on whichever replica that was. */
export class ResolveNotes {
  /** The parts that this process has done, by cluster. */
  private readonly done = new Set<string | undefined>();

  constructor(
    private readonly environment: {
      readonly store: Pick<
        ResolveStore,
        'readLastResolve' | 'beginResolve' | 'endResolve'
      >;
      /** Epoch milliseconds. */
      readonly clock: () => number;
    },
  ) {}

  /**
   * Does a part, unless everything that it reads is as it was for the last one, less than an hour ago. The first of
   * a process is done always: its settings may be others.
   */
  async unlessUnchanged(
    part: ResolvePart,
    run: () => Promise<void>,
  ): Promise<void> {
    const { cluster, digest } = part;
    if (this.done.has(cluster) && (await this.isUnchanged(part))) return;
    const { store, clock } = this.environment;
    const ticket = await store.beginResolve(cluster);
    const before = await part.mayWriteAll();
    await run();
    this.done.add(cluster);
    if (before && (await part.mayWriteAll()))
      await store.endResolve(ticket, { digest, endedAt: clock() }, cluster);
  }

  private async isUnchanged({
    cluster,
    digest,
  }: ResolvePart): Promise<boolean> {
    const { store, clock } = this.environment;
    const last = await store.readLastResolve(cluster);
    if (last?.digest !== digest) return false;
    const age = clock() - last.endedAt;
    return age >= 0 && age < LONGEST_REST;
  }
}
