import { TrendDay } from '../database/ScopeReader';
import { trendView } from './trendView';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

function aDay(day: string, over: Partial<TrendDay> = {}): TrendDay {
  return {
    day,
    raw: 31,
    effective: 31,
    coverage: 1,
    open: { ...NONE, critical: 1 },
    exempted: NONE,
    library: '1.0.0',
    profile: 'workload@1',
    ...over,
  };
}

/** `day score steps` of each point. */
function pointsOf(days: readonly TrendDay[], from: string, to: string) {
  return trendView(days, from, to).map(({ day, effective, steps }) =>
    [day.slice(8), effective, ...steps].join(' '),
  );
}

describe('trendView', () => {
  it('shows a day without a row as the day before', () => {
    const days = [aDay('2026-11-20'), aDay('2026-11-22', { effective: 63 })];
    expect(pointsOf(days, '2026-11-20', '2026-11-23')).toEqual([
      '20 31',
      '21 31',
      '22 63',
      '23 63',
    ]);
  });

  it('begins with the first day that is known', () => {
    const days = [aDay('2026-11-22')];
    expect(pointsOf(days, '2026-11-20', '2026-11-23')).toEqual([
      '22 31',
      '23 31',
    ]);
    expect(pointsOf([], '2026-11-20', '2026-11-23')).toEqual([]);
  });

  it('carries in what was before, the newest of it', () => {
    const days = [
      aDay('2026-10-01'),
      aDay('2026-10-02', { effective: 63 }),
      aDay('2026-11-21', { effective: 85 }),
    ];
    expect(pointsOf(days, '2026-11-20', '2026-11-21')).toEqual([
      '20 63',
      '21 85',
    ]);
  });

  it('marks the day from which scores are another measure, and no other', () => {
    const days = [
      aDay('2026-11-19', { library: '0.9.0' }),
      aDay('2026-11-20'),
      aDay('2026-11-22', { library: '1.1.0', profile: 'workload@2' }),
    ];
    expect(pointsOf(days, '2026-11-20', '2026-11-23')).toEqual([
      '20 31',
      '21 31',
      '22 31 library profile',
      '23 31',
    ]);
  });

  it('goes on over the end of a month and of a year', () => {
    const days = pointsOf([aDay('2026-12-30')], '2026-12-30', '2027-01-02');
    expect(days).toEqual(['30 31', '31 31', '01 31', '02 31']);
  });
});
