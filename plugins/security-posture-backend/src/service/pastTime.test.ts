import { Request } from 'express';
import { pastTimeParameter, sinceParameter } from './pastTime';

const NOW = Date.UTC(2026, 10, 23, 12);

function asking(at?: string): Request {
  return { query: at === undefined ? {} : { at } } as unknown as Request;
}

describe('pastTimeParameter', () => {
  it.each([
    ['a day', '2026-11-22', '2026-11-22T23:59:59.999Z'],
    ['a leap day', '2024-02-29', '2024-02-29T23:59:59.999Z'],
    ['today', '2026-11-23', '2026-11-23T12:00:00.000Z'],
    ['a time', '2026-11-22T10:30:00Z', '2026-11-22T10:30:00.000Z'],
    ['a time elsewhere', '2026-11-22T10:30+02:00', '2026-11-22T08:30:00.000Z'],
    ['the future', '2026-11-24T00:00:00Z', '2026-11-23T12:00:00.000Z'],
    ['nothing', undefined, '2026-11-23T12:00:00.000Z'],
  ])('reads %s', (_, text, expected) => {
    const time = pastTimeParameter(asking(text), 'at', NOW);
    expect(new Date(time).toISOString()).toBe(expected);
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-11-22T24:30:00Z'])(
    'refuses %s',
    text => {
      expect(() => pastTimeParameter(asking(text), 'at', NOW)).toThrow(
        'at must be a date',
      );
    },
  );
});

describe('sinceParameter', () => {
  it('takes a date as its beginning', () => {
    expect(sinceParameter(asking('2026-11-22'), 'at')).toBe(
      Date.UTC(2026, 10, 22),
    );
    expect(sinceParameter(asking(), 'at')).toBeUndefined();
  });
});
