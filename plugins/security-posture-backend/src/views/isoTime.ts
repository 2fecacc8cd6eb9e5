/** Epoch milliseconds as the API writes times. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** A time under its key, or nothing where there is none. */
export function timeAt<Key extends string>(
  key: Key,
  time: number | undefined,
): { [K in Key]?: string } {
  const field = time === undefined ? {} : { [key]: isoTime(time) };
  return field as { [K in Key]?: string };
}
