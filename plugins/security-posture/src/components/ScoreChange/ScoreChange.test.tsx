import { screen } from '@testing-library/react';
import type { RecentScore } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { ScoreChange } from './ScoreChange';

function aChange(over: Partial<RecentScore>): RecentScore {
  return { knownDays: 30, days: 7, by: 4, steps: [], ...over };
}

describe('ScoreChange', () => {
  it.each<[string, Partial<RecentScore>, string, string | null]>([
    ['a rise', {}, '4 points in 7 days', 'up'],
    ['a fall', { by: -32 }, '32 points in 7 days', 'down'],
    ['a single point', { by: 1 }, '1 point in 7 days', 'up'],
    [
      'what is known of less',
      { knownDays: 1, days: 1 },
      '4 points in 1 day',
      'up',
    ],
    ['a score that stays', { by: 0 }, 'No change in 30 days', 'no change'],
    [
      'the first day',
      { knownDays: 0, days: 0, by: null },
      'First scored today',
      null,
    ],
    ['a day without a score', { by: null }, 'No score 7 days ago', null],
    [
      'two libraries',
      { steps: ['library'] },
      'Not compared: another control library since',
      null,
    ],
    [
      'two profiles',
      { by: 0, steps: ['library', 'profile'] },
      'Not compared: another profile since',
      null,
    ],
  ])('says %s', async (_, over, words, spoken) => {
    renderInPortal(<ScoreChange recent={aChange(over)} />);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('img')?.getAttribute('aria-label') ?? null).toBe(
      spoken,
    );
  });
});
