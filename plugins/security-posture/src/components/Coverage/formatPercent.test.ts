import { formatPercent } from './formatPercent';

describe('formatPercent', () => {
  it.each([
    [0.96, '96%'],
    [1, '100%'],
    [0.999, '99%'],
    [0, '0%'],
  ])('writes %d as %s', (share, words) => {
    expect(formatPercent(share, 'en-GB')).toBe(words);
  });
});
