import { addDays, dayOf, isDay } from '../../model/days';

/** Two days whose ends are compared; `to` may be today, which means now. */
export interface ComparedDays {
  /** `2026-11-12` */
  from: string;
  to: string;
}

/** Periods that people look back over, in days. */
export const USUAL_PERIODS = [7, 30, 90] as const;

/** How far back scores of days are kept. */
const MOST_DAYS = 400;

/** Reads `2026-11-12..2026-11-19`; undefined where it names no two days in their order, the later one not in the future. */
export function readComparedDays(
  text: string,
  now: number,
): ComparedDays | undefined {
  const [from = '', to = '', ...rest] = text.split('..');
  if (rest.length > 0 || !isDay(from) || !isDay(to)) return undefined;
  return from < to && to <= dayOf(now) ? { from, to } : undefined;
}

/** As it stands in the address: `2026-11-12..2026-11-19`. */
export function writeComparedDays({ from, to }: ComparedDays): string {
  return `${from}..${to}`;
}

/** The period of so many days that ends today. */
export function lastDays(days: number, now: number): ComparedDays {
  const to = dayOf(now);
  return { from: addDays(to, -days), to };
}

/** The first day that may be chosen. */
export function firstDay(now: number): string {
  return addDays(dayOf(now), -MOST_DAYS);
}
