import { addDays, dayOf, daysBetween, formatDay, isDay } from './days';

describe('days', () => {
  it('are those of UTC', () => {
    expect(dayOf(Date.parse('2026-11-19T23:59:59.999Z'))).toBe('2026-11-19');
  });

  it.each([
    ['over the end of a month', '2026-11-30', 1, '2026-12-01'],
    ['back over the end of a year', '2026-01-01', -1, '2025-12-31'],
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
  ])('are counted %s', (_, from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['a day', '2026-11-19', true],
    ['a day that no month has', '2026-02-30', false],
    ['a month that no year has', '2026-13-01', false],
    ['a time', '2026-11-19T10:00:00Z', false],
    ['words', 'yesterday', false],
    ['nothing', '', false],
  ])('tell %s', (_, text, there) => {
    expect(isDay(text)).toBe(there);
  });

  it.each([
    ['a day', '2026-11-12', false, '12 Nov'],
    ['a day with its year', '2026-11-12', true, '12 Nov 2026'],
    ['the day of a time', '2026-11-12T23:30:00Z', false, '12 Nov'],
  ])('write %s', (_, day, withYear, words) => {
    expect(formatDay(day, 'en-GB', withYear)).toBe(words);
  });
});
