import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MS = 1_000;
const THROTTLED = [429, 503];

/** True for answers that ask to come back later. */
export function isThrottled(status: number): boolean {
  return THROTTLED.includes(status);
}

/**
 * How long to wait before the next attempt, in milliseconds: what `Retry-After` asks for (seconds or a date), else
 * 1, 2, 4 s, and never longer than the limit. `attempt` counts from 1, `now` is epoch milliseconds.
 */
export function retryDelay(
  retryAfter: string | null,
  attempt: number,
  limitMs: number,
  now: number,
): number {
  const asked = retryAfter ? millisecondsOf(retryAfter, now) : undefined;
  return Math.min(asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1), limitMs);
}

function millisecondsOf(retryAfter: string, now: number): number | undefined {
  if (/^\s*\d+\s*$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Waits; rejects with the signal's own reason as soon as it is aborted. */
export async function waitFor(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
