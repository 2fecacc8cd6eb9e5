import { lastDays, readComparedDays, writeComparedDays } from './comparedDays';

const NOW = Date.parse('2026-11-19T10:14:00Z');

describe('readComparedDays', () => {
  it.each([
    ['two days', '2026-11-12..2026-11-18'],
    ['a day and today', '2026-11-12..2026-11-19'],
  ])('reads %s, and writes them back', (_, text) => {
    const days = readComparedDays(text, NOW);
    expect(days && writeComparedDays(days)).toBe(text);
  });

  it.each([
    ['one day', '2026-11-12'],
    ['no later day', '2026-11-12..'],
    ['the same day twice', '2026-11-12..2026-11-12'],
    ['the later day first', '2026-11-18..2026-11-12'],
    ['a day to come', '2026-11-12..2026-11-20'],
    ['a day that no month has', '2026-02-30..2026-11-12'],
    ['three days', '2026-11-10..2026-11-12..2026-11-13'],
    ['times', '2026-11-12T00:00:00Z..2026-11-18T00:00:00Z'],
    ['words', 'last week'],
  ])('makes nothing of %s', (_, text) => {
    expect(readComparedDays(text, NOW)).toBeUndefined();
  });
});

describe('lastDays', () => {
  it('ends today', () => {
    expect(lastDays(7, NOW)).toEqual({ from: '2026-11-12', to: '2026-11-19' });
  });
});
