import { MalformedInput } from './malformedInput';
import { dateAt, dayOf } from './dates';

describe('dateAt', () => {
  it.each([
    ['seconds', '2026-11-02T10:00:00Z', Date.UTC(2026, 10, 2, 10)],
    ['an offset', '2026-11-02T10:00:00+02:00', Date.UTC(2026, 10, 2, 8)],
    ['null', null, undefined],
    ['nothing', undefined, undefined],
  ])('reads %s', (_, at, time) => {
    expect(dateAt({ at }, 'at', 'status')).toBe(time);
  });

  it.each([['soon'], [''], [17]])('refuses %p', at => {
    expect(() => dateAt({ at }, 'at', 'status')).toThrow(MalformedInput);
  });
});

it('dayOf is the day in UTC', () => {
  expect(dayOf(Date.UTC(2026, 10, 2, 23, 59))).toBe('2026-11-02');
});
