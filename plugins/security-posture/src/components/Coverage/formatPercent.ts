/** A share of 0 to 1 as a whole percentage, rounded down so that 100 % means all. */
export function formatPercent(share: number, locale: string): string {
  return writePercent(wholePercent(share), locale);
}

/** A share of 0 to 1 in whole percent, rounded down so that 100 means all. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100);
}

/** Whole percent as they are written: `96%`. */
export function writePercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(percent / 100);
}
