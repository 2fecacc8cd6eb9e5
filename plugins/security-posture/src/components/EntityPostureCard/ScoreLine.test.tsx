import { screen } from '@testing-library/react';
import {
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { JUDGED_POSTURES } from '../../testing/samples';
import { aTrendAnswer, samplePoints } from '../../testing/trendSamples';
import { ScoreLine } from './ScoreLine';

const server = startPortalServer();

describe('ScoreLine', () => {
  it('shows the score, its change and the line of its days', async () => {
    const points = samplePoints().slice(-30);
    server.use(answerGet('trends', { ...aTrendAnswer({ points }) }));
    renderInPortal(<ScoreLine posture={JUDGED_POSTURES.notReady()} />);
    expect(
      await screen.findByRole('img', {
        name: 'Score over 30 days: from 65 to 16, lowest 16, highest 65',
      }),
    ).toBeVisible();
    expect(screen.getByText('49 points in 7 days')).toBeVisible();
  });

  it('shows score and change without the line where it cannot be had', async () => {
    server.use(refuseGet('trends', 500, 'InternalServerError'));
    renderInPortal(<ScoreLine posture={JUDGED_POSTURES.ready()} />);
    expect(await screen.findByText('No change in 30 days')).toBeVisible();
    expect(
      screen.queryByRole('img', { name: /^Score over/ }),
    ).not.toBeInTheDocument();
  });

  it('says of a stale score how old it is instead of how it changed', async () => {
    renderInPortal(<ScoreLine posture={JUDGED_POSTURES.stale()} />);
    expect(await screen.findByText(/^Stale, last scanned/)).toBeVisible();
    expect(screen.queryByText(/ in \d+ days$/)).not.toBeInTheDocument();
  });
});
