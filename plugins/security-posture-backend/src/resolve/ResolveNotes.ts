import { profileKey } from '../sweep/tallyEntities';
import { digestOf } from './digestOf';
import { ResolveEnvironment } from './runResolve';

/** All is resolved at least this often, in milliseconds, though nothing has changed: so long may last what a replica of an older release wrote, or a hand. */
const LONGEST_REST = 3_600_000;

/** Tells whether a resolve would find what the last one found, on whichever replica that was. */
export class ResolveNotes {
  private hasResolved = false;

  constructor(
    private readonly environment: Pick<
      ResolveEnvironment,
      'store' | 'library' | 'profile' | 'clock'
    >,
  ) {}

  /**
   * Runs a resolve of a listing of the catalog, unless everything that it reads is as it was for the last one, less than
   * an hour ago. The first of a process runs always: its settings may be others. So does one beside a sweep.
   */
  async unlessUnchanged(
    listing: string,
    run: () => Promise<void>,
  ): Promise<void> {
    if (this.hasResolved && (await this.isUnchanged(listing))) return;
    const { store, clock } = this.environment;
    const ticket = await store.beginResolve();
    const before = await this.digest(listing);
    await run();
    this.hasResolved = true;
    const after = await this.digest(listing);
    if (after !== undefined && after === before)
      await store.endResolve(ticket, { digest: after, endedAt: clock() });
  }

  private async isUnchanged(listing: string): Promise<boolean> {
    const last = await this.environment.store.readLastResolve();
    if (!last) return false;
    const age = this.environment.clock() - last.endedAt;
    if (age < 0 || age >= LONGEST_REST) return false;
    return last.digest === (await this.digest(listing));
  }

  /** Of what a resolve reads; undefined while a sweep may change it. */
  private async digest(listing: string): Promise<string | undefined> {
    const { store, library, profile } = this.environment;
    const sweeps = await store.listSweepStates();
    if (sweeps.some(({ isRunning }) => isRunning)) return undefined;
    return digestOf([listing, library, profileKey(profile), ...sweeps]);
  }
}
