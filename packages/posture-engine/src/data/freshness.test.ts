import { freshnessOf } from './freshness';

describe('freshnessOf', () => {
  const asOf = '2026-08-22';
  const after = (days: number) => Date.UTC(2026, 7, 22 + days);

  it.each([
    [0, 'fresh'],
    [120, 'fresh'],
    [121, 'old'],
    [240, 'old'],
    [241, 'tooOld'],
    [-1, 'fresh'],
  ])('after %i days a table is %s', (days, expected) => {
    expect(freshnessOf({ asOf }, after(days))).toBe(expected);
  });
});
