import { isThrottled, retryDelay, waitFor } from './retryDelay';

const NOW = Date.parse('2026-01-01T00:00:00Z');

describe('retryDelay', () => {
  it.each([
    ['seconds', '7', 1, 7_000],
    ['no seconds', '0', 1, 0],
    ['a date', 'Thu, 01 Jan 2026 00:00:05 GMT', 1, 5_000],
    ['a date that is over', 'Wed, 31 Dec 2025 00:00:00 GMT', 1, 0],
    ['more than the limit', '3600', 1, 30_000],
    ['nothing, at first', null, 1, 1_000],
    ['nothing, the second time', null, 2, 2_000],
    ['nothing, the third time', null, 3, 4_000],
    ['nothing, many times', null, 9, 30_000],
    ['nonsense', 'soon', 2, 2_000],
  ])('for %s', (_, header, attempt, expected) => {
    expect(retryDelay(header, attempt, 30_000, NOW)).toBe(expected);
  });
});

describe('isThrottled', () => {
  it.each([
    [429, true],
    [503, true],
    [500, false],
    [403, false],
  ])('of %d: %s', (status, throttled) => {
    expect(isThrottled(status)).toBe(throttled);
  });
});

describe('waitFor', () => {
  it('ends at once where it was aborted before', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(waitFor(60_000, signal)).rejects.toThrow('stopped');
  });
});
