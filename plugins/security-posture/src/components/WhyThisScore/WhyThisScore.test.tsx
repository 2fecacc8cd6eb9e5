import { screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { aPosture, JUDGED_POSTURES } from '../../testing/samples';
import { WhyThisScore } from './WhyThisScore';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

describe('WhyThisScore', () => {
  it.each([
    ['critical', '0', '39'],
    ['high', '40', '69'],
    ['medium', '70', '89'],
    ['low', '90', '99'],
  ])('gives the band of the worst finding: %s', async (worst, low, high) => {
    const open = { ...NONE, info: 3, low: 1, [worst]: 2 };
    renderInPortal(<WhyThisScore posture={aPosture({ open })} />);
    expect(
      await screen.findByText(
        new RegExp(`is ${worst}, so the score lies between ${low} and ${high}`),
      ),
    ).toBeVisible();
  });

  it.each([
    [100, /^No counting finding is open\.$/],
    [99, /the score stops at 99/],
  ])('explains %d', async (value, words) => {
    const posture = aPosture({
      open: { ...NONE, info: 1 },
      score: { value, grade: 'A', coverage: 1 },
    });
    renderInPortal(<WhyThisScore posture={posture} />);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('counts what the score counts, which notes are not', async () => {
    const open = { critical: 1, high: 0, medium: 6, low: 2, info: 8 };
    renderInPortal(<WhyThisScore posture={aPosture({ open })} />);
    const head = await screen.findByText('Open findings that count');
    expect(head.closest('table')).toHaveTextContent(
      /Critical1.*Medium6.*Low2$/,
    );
  });

  it('says why there is no score', async () => {
    renderInPortal(<WhyThisScore posture={JUDGED_POSTURES.noScore()} />);
    expect(
      await screen.findByRole('heading', { name: 'Why there is no score' }),
    ).toBeVisible();
    expect(screen.getByText(/at least half/)).toBeVisible();
  });

  it('tells each fix by points or by findings', async () => {
    renderInPortal(<WhyThisScore posture={aPosture()} />);
    expect(await screen.findByText('16 to 50')).toBeVisible();
    expect(screen.getByText('3 of 3 high less')).toBeVisible();
  });
});
