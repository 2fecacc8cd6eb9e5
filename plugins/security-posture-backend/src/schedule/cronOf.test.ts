import { cronOf, nextSweepAfter } from './cronOf';

describe('cronOf', () => {
  it.each([1, 2, 3, 4, 6, 8, 12, 24])(
    'fires every %s hours, at the same minute',
    everyHours => {
      for (const cluster of ['prod-eu', 'staging', 'prod-us', '']) {
        const [minute, hours, ...rest] = cronOf(cluster, everyHours).split(' ');
        expect(rest).toEqual(['*', '*', '*']);
        expect(Number(minute)).toBeLessThan(60);
        const all = hours.split(',').map(Number);
        expect(all).toHaveLength(24 / everyHours);
        expect(all[0]).toBeLessThan(everyHours);
        const gaps = all.map((hour, turn) => hour - turn * everyHours);
        expect(new Set(gaps).size).toBe(1);
      }
    },
  );

  it('is the same for a name on every replica', () => {
    expect(cronOf('prod-eu', 6)).toBe('54 1,7,13,19 * * *');
  });

  it('spreads clusters over the period', () => {
    const names = Array.from({ length: 60 }, (_, index) => `cluster-${index}`);
    const times = names.map(name => cronOf(name, 6));
    expect(new Set(times).size).toBeGreaterThan(45);
    expect(new Set(times.map(time => time.split(' ')[1])).size).toBe(6);
  });
});

describe('nextSweepAfter', () => {
  const at = (day: number, hour: number, minute: number) =>
    new Date(2026, 10, day, hour, minute).getTime();

  it.each([
    ['before the first hour of the day', at(22, 0, 10), at(22, 1, 54)],
    ['between two', at(22, 9, 0), at(22, 13, 54)],
    ['at one, of which the sweep has begun', at(22, 13, 54), at(22, 19, 54)],
    ['after the last, on the next day', at(22, 20, 0), at(23, 1, 54)],
  ])('is, %s, the next time that the cron line names', (_, now, next) => {
    expect(cronOf('prod-eu', 6)).toBe('54 1,7,13,19 * * *');
    expect(nextSweepAfter('prod-eu', 6, now)).toBe(next);
  });
});
