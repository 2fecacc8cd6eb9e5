import {
  formatAbsoluteTime,
  formatAge,
  formatRelativeTime,
} from './formatTime';

const NOW = Date.parse('2026-11-19T10:14:00Z');

describe('formatRelativeTime', () => {
  it.each([
    ['the same moment', '2026-11-19T10:14:00Z', 'now'],
    ['less than a minute', '2026-11-19T10:13:01Z', 'now'],
    ['minutes', '2026-11-19T10:02:00Z', '12 min ago'],
    ['under two hours, in minutes', '2026-11-19T08:15:00Z', '119 min ago'],
    ['hours', '2026-11-19T02:10:00Z', '8 hr ago'],
    ['under two days, in hours', '2026-11-17T11:00:00Z', '47 hr ago'],
    ['days', '2026-11-13T10:00:00Z', '6 days ago'],
    ['a clock that runs ahead', '2026-11-19T10:20:00Z', 'now'],
  ])('says %s', (_, iso, words) => {
    expect(formatRelativeTime(iso, NOW, 'en-GB')).toBe(words);
  });

  it('speaks German', () => {
    expect(formatRelativeTime('2026-11-19T10:02:00Z', NOW, 'de')).toBe(
      'vor 12 Min.',
    );
  });
});

describe('formatAge', () => {
  it.each([
    ['2026-11-19T10:02:00Z', '12 mins'],
    ['2026-11-19T02:10:00Z', '8 hrs'],
    ['2026-11-13T10:00:00Z', '6 days'],
    ['2026-11-19T10:20:00Z', '0 secs'],
  ])('says of %s how long ago it was: %s', (iso, words) => {
    expect(formatAge(iso, NOW, 'en-GB')).toBe(words);
  });

  it('speaks German', () => {
    expect(formatAge('2026-11-13T10:00:00Z', NOW, 'de')).toBe('6 Tage');
  });
});

describe('formatAbsoluteTime', () => {
  it('says day, time and zone', () => {
    expect(formatAbsoluteTime('2026-11-19T10:02:00Z', 'en-GB')).toMatch(
      /^19 Nov 2026, \d\d:02 .+$/,
    );
  });
});
