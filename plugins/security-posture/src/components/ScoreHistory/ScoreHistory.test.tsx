import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { formatDay } from '../../model/days';
import {
  aTrendAnswer,
  daysAgo,
  samplePoints,
} from '../../testing/trendSamples';
import { ScoreHistory } from './ScoreHistory';

const dayWords = (days: number) => formatDay(daysAgo(days), 'en-GB');

const server = startPortalServer();

function renderHistory(wanted = true, onWanted = () => {}) {
  renderInPortal(
    <ScoreHistory
      entityRef="component:default/payments-api"
      wanted={wanted}
      onWanted={onWanted}
      links={{ finding: key => `/tab?finding=${key}` }}
      compareLink={(from, to) => `/tab?compare=${from}..${to}`}
    />,
  );
}

describe('ScoreHistory', () => {
  it('tells the course in a sentence and its marks in a list', async () => {
    server.use(answerGet('trends', { ...aTrendAnswer() }));
    renderHistory();
    const sentence = `The score went from 37 on ${dayWords(
      89,
    )} to 16 now; lowest 16, highest 65.`;
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('img', { name: sentence })).toBeInTheDocument();
    const marks = within(
      screen.getByRole('list', { name: 'What moved the score' }),
    ).getAllByRole('listitem');
    expect(marks.map(mark => mark.textContent)).toEqual([
      `1${dayWords(
        70,
      )}Image of deploy/payments-api in prod-eu: payments/agent:0 to payments/agent:237 to 64`,
      `2${dayWords(43)}Control library 1.3.0 to 1.4.0, scored again64 to 63`,
      `3${dayWords(29)}Exemption approved63 to 65`,
      `4${dayWords(
        5,
      )}Image of deploy/payments-api in prod-eu: payments/agent:1 to payments/agent:2Opened: A container is privileged, deploy/payments-api in prod-euand 2 more65 to 16`,
    ]);
    expect(
      within(marks[3]).getByRole('link', { name: 'A container is privileged' }),
    ).toHaveAttribute('href', '/tab?finding=privileged-1');
    expect(
      within(marks[3]).getByRole('link', { name: dayWords(5) }),
    ).toHaveAttribute('href', `/tab?compare=${daysAgo(6)}..${daysAgo(5)}`);
  });

  it('shows the same numbers as a table, and turns back', async () => {
    server.use(answerGet('trends', { ...aTrendAnswer() }));
    renderHistory();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const table = screen.getByRole('table');
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('1 critical, 3 high'),
      expect.stringContaining('65'),
      expect.stringContaining('Control library 1.3.0 to 1.4.0'),
      expect.stringContaining('64'),
      expect.stringContaining('37'),
    ]);
    expect(within(rows[0]).getByRole('rowheader')).toHaveTextContent(
      dayWords(5),
    );
    expect(await violationsIn(table)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as chart' }),
    );
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it.each([
    ['nothing is known', [], 'No score is known of these days.'],
    [
      'today is the first day',
      samplePoints().slice(-1),
      'Scores are known since today. From tomorrow on their course is shown here.',
    ],
    [
      'the score stayed',
      samplePoints().slice(-3),
      `The score is 16; it is known since ${dayWords(2)}.`,
    ],
    [
      'nothing was measured',
      samplePoints()
        .slice(-3)
        .map(point => ({ ...point, effective: null })),
      'No score is known of these days.',
    ],
  ])('says so where %s', async (_, points, words) => {
    server.use(answerGet('trends', { ...aTrendAnswer({ points, marks: [] }) }));
    renderHistory();
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says so where nothing moved the score, or no cause is known', async () => {
    const marks = [
      {
        day: daysAgo(5),
        from: 65,
        to: null,
        steps: [],
        events: [],
        eventsTotal: 0,
      },
    ];
    server.use(answerGet('trends', { ...aTrendAnswer({ marks }) }));
    renderHistory();
    expect(
      await screen.findByText('No cause is noted of this day.'),
    ).toBeVisible();
    expect(screen.getByText('65 to none')).toBeVisible();
  });

  it('says why nothing came', async () => {
    server.use(refuseGet('trends', 403, 'NotAllowedError'));
    renderHistory();
    expect(
      await screen.findByText('You may not see this posture'),
    ).toBeVisible();
  });

  it('waits until it is asked for where the page has asked enough', async () => {
    const onWanted = jest.fn();
    renderHistory(false, onWanted);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the last 90 days' }),
    );
    expect(onWanted).toHaveBeenCalledTimes(1);
  });
});
