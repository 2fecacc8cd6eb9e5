import { SweepProgress } from '../database/records';
import { SweepStore, SweepTicket } from '../database/SweepStore';
import { SweepListener } from './SweepListener';

/** Least time between two writes of the progress of one sweep, in milliseconds. */
const INTERVAL = 1000;

/** Writes the progress of a sweep at most once a second. */
export interface ProgressReporter {
  /** Keeps how far the sweep is. */
  report(progress: SweepProgress): void;
  /** Waits for what is being written. Rejects where writing failed. */
  settle(): Promise<void>;
}

/** Reports the progress of a sweep to the store and to the listener. `clock` gives epoch milliseconds. */
export function createProgressReporter(
  store: SweepStore,
  listener: SweepListener,
  ticket: SweepTicket,
  clock: () => number,
): ProgressReporter {
  let writing: Promise<void> = Promise.resolve();
  let lastAt = -INTERVAL;
  return {
    report(progress) {
      const now = clock();
      if (now - lastAt < INTERVAL) return;
      lastAt = now;
      writing = writing
        .then(() => store.saveProgress(ticket, progress))
        .then(() => listener.moved(ticket.sweepId));
      // Whoever settles hears of a failure; until then it must not end the process.
      writing.catch(() => {});
    },
    settle: () => writing,
  };
}
