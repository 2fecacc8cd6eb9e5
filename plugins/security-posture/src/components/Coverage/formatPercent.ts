/** A share of 0 to 1 as a whole percentage, rounded down so that 100 % means all. */
export function formatPercent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(Math.floor(share * 100) / 100);
}
