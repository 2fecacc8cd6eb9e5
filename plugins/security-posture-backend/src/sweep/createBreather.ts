import { setImmediate } from 'node:timers/promises';

/** Longest that work holds the event loop, in milliseconds. */
const BREATH = 10;

/** To be awaited between two small pieces of work: lets requests be served where the last breath is too long ago. */
export type Breathe = () => Promise<void>;

/** A breather for one piece of work. It throws the signal's reason where the work was aborted. */
export function createBreather(signal?: AbortSignal): Breathe {
  let last = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - last < BREATH) return;
    await setImmediate();
    last = performance.now();
  };
}
