import { MalformedInput } from './malformedInput';
import { JsonObject, stringAt } from './typedReads';

/** Milliseconds of a day. */
export const DAY = 24 * 60 * 60 * 1000;

/** Epoch milliseconds of a date in RFC 3339, or undefined where absent or null. Throws MalformedInput on anything else. */
export function dateAt(
  object: JsonObject,
  key: string,
  path: string,
): number | undefined {
  const text = stringAt(object, key, path);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new MalformedInput(`${path}.${key}`, 'a date', 'another text');
  return time;
}

/** `2026-11-21`, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
