import { hash } from 'node:crypto';

/** Kubernetes' alphabet for generated names: no vowels, no look-alikes. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

const hourMs = 60 * 60 * 1000;

/** A number from 0 to 2^32 - 1 that depends on the text alone. */
export function numberOf(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 8), 16);
}

/** A UUID that depends on the text alone. */
export function uidOf(text: string): string {
  const hex = hash('sha1', text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The random end of a generated name, from the text alone; up to 20 characters. */
export function suffixOf(text: string, length: number): string {
  const bytes = hash('sha1', text, 'buffer').subarray(0, length);
  return Array.from(bytes, byte => alphabet[byte % alphabet.length]).join('');
}

/** A SHA-256 digest in the form of image ids. */
export function digestOf(text: string): string {
  return `sha256:${hash('sha256', text)}`;
}

/**
 * A time before `now` that depends on the text alone. It is half past an hour, counted from `now`, so that nothing reaches a
 * limit of whole days in the minutes after `now`.
 *
 * @param maxHours - it lies within so many hours
 */
export function timeBefore(now: Date, text: string, maxHours: number): string {
  const hours = 0.5 + (numberOf(text) % maxHours);
  return timestamp(new Date(now.getTime() - hours * hourMs));
}

/** Kubernetes writes times without fractions of a second. */
export function timestamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
