import { isoWeek } from './isoWeek';

describe('isoWeek', () => {
  it.each([
    ['2026-11-25T12:00:00Z', '2026-W48'],
    ['2026-11-29T23:59:59Z', '2026-W48'],
    ['2026-11-30T00:00:00Z', '2026-W49'],
    ['2027-01-01T00:00:00Z', '2026-W53'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
  ])('gives %s the week %s', (time, week) => {
    expect(isoWeek(Date.parse(time))).toBe(week);
  });
});
