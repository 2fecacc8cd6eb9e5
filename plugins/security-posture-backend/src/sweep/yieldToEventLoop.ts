import { setImmediate } from 'node:timers/promises';

/** Lets requests be served between two pieces of work, and throws where the work was aborted. */
export async function yieldToEventLoop(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
