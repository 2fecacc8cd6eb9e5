const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units and the age in seconds from which each is used, the largest first. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['day', DAY, 2 * DAY],
  ['hour', HOUR, 2 * HOUR],
  ['minute', MINUTE, MINUTE],
  ['second', 1, 0],
];

/**
 * How long before `now` (epoch milliseconds) a time was: "12 min ago". What lies in the future is now,
 * for it comes from a clock that runs ahead.
 */
export function formatRelativeTime(
  iso: string,
  now: number,
  locale: string,
): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
  const [unit, size] = UNITS.find(([, , from]) => seconds >= from)!;
  const format = new Intl.RelativeTimeFormat(locale, {
    style: 'short',
    numeric: 'auto',
  });
  return unit === 'second'
    ? format.format(0, 'second')
    : format.format(-Math.floor(seconds / size), unit);
}

/** How long before `now` (epoch milliseconds) a time was, as a duration: "6 days". */
export function formatAge(iso: string, now: number, locale: string): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
  const [unit, size] = UNITS.find(([, , from]) => seconds >= from)!;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' ? 'long' : 'short',
  }).format(Math.floor(seconds / size));
}

/** A time with its zone: "19 Nov 2026, 10:02 UTC". */
export function formatAbsoluteTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(Date.parse(iso));
}
