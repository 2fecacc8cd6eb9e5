import type { FindingEpisode } from 'backstage-plugin-security-posture-common';
import { findingEvents } from './findingEvents';

function episode(
  openedAt: string,
  closedAt?: string,
  closedBecause?: FindingEpisode['closedBecause'],
): FindingEpisode {
  return {
    openedAt,
    ...(closedAt ? { closedAt } : {}),
    ...(closedBecause ? { closedBecause } : {}),
    severity: 'high',
    outcome: 'fail',
    places: 1,
  };
}

describe('findingEvents', () => {
  it.each<[string, FindingEpisode[], string[]]>([
    ['one that is open', [episode('1')], ['1 opened']],
    [
      'one that passes by now',
      [episode('1', '2', 'passed')],
      ['2 passed', '1 opened'],
    ],
    [
      'one whose evidence changed',
      [episode('2'), episode('1', '2', 'changed')],
      ['2 changed', '1 opened'],
    ],
    [
      'one that came back',
      [episode('3'), episode('1', '2', 'passed')],
      ['3 opensAgain', '2 passed', '1 opened'],
    ],
    [
      'one that was closed and nobody knows why',
      [episode('1', '2')],
      ['2 closed', '1 opened'],
    ],
  ])('tells of %s, newest first', (_, episodes, expected) => {
    expect(
      findingEvents(episodes).map(({ at, what }) => `${at} ${what}`),
    ).toEqual(expected);
  });
});
