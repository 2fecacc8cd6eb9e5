import { screen, within } from '@testing-library/react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import {
  answerPosture,
  ENTITY_PATH,
  renderForEntity,
} from '../../__testUtils__/entityPage';
import { answerGet, startPortalServer } from '../../__testUtils__/portal';
import { formatDay } from '../../model/days';
import { aChangesAnswer, sampleEvents } from '../../testing/changeSamples';
import { aPosture } from '../../testing/samples';
import {
  aRecentScore,
  aTrendAnswer,
  daysAgo,
  sampleMarks,
} from '../../testing/trendSamples';
import { EntityPostureTab } from './EntityPostureTab';

const server = startPortalServer();

/** Renders the tab and answers with the paths of the requests that it makes. */
function renderTab(posture: EntityPosture = aPosture(), path = '/') {
  const requests: string[] = [];
  server.events.removeAllListeners();
  server.events.on('request:start', ({ request }) => {
    requests.push(new URL(request.url).pathname.replace(/^.*\/v1\//, ''));
  });
  server.use(
    answerPosture(posture),
    answerGet('trends', { ...aTrendAnswer() }),
    answerGet(`${ENTITY_PATH}/changes`, { ...aChangesAnswer() }),
    answerGet(`${ENTITY_PATH}/history`, {
      items: sampleEvents(),
      since: '2026-10-05T10:00:00.000Z',
    }),
  );
  renderForEntity(<EntityPostureTab />, path);
  return requests;
}

function withMove(over: object): EntityPosture {
  const [, , , move] = sampleMarks();
  return aPosture({ recent: aRecentScore({ moved: { ...move, ...over } }) });
}

const day = (days: number) => formatDay(daysAgo(days), 'en-GB');

describe('the past of an entity', () => {
  it('is told with the verdict: when the score moved, by what, and by how much since', async () => {
    renderTab();
    const compare = await screen.findByRole('link', {
      name: `Compare with ${day(6)}`,
    });
    expect(compare.closest('p')).toHaveTextContent(
      `Fell from 65 to 16 on ${day(
        5,
      )}: Opened: A container is privileged, deploy/payments-api in prod-eu. Compare with ${day(
        6,
      )}`,
    );
    expect(compare).toHaveAttribute(
      'href',
      `/catalog/default/component/payments-api/security-posture?compare=${daysAgo(
        6,
      )}..${daysAgo(0)}`,
    );
    expect(screen.getByText('49 points in 7 days')).toBeVisible();
  });

  it.each([
    ['a rise', { from: 16, to: 65 }, `Rose from 16 to 65 on ${day(5)}`],
    [
      'a new measure',
      { steps: ['library'] },
      `Measured with another library or profile since ${day(
        5,
      )}: 65 before, 16 after`,
    ],
    [
      'a first score',
      { from: null },
      `Scored 16 on ${day(5)}, without a score before`,
    ],
    [
      'a lost score',
      { to: null },
      `Without a score since ${day(
        5,
      )}, 65 before: less than half could be judged. Compare`,
    ],
    ['no cause', { events: [] }, `Fell from 65 to 16 on ${day(5)}. Compare`],
  ])('tells %s as such', async (_, over, words) => {
    renderTab(withMove(over));
    const compare = await screen.findByRole('link', { name: /^Compare with/ });
    expect(compare.closest('p')).toHaveTextContent(words);
  });

  it.each([
    ['there were none', aPosture({ recent: undefined })],
    [
      'no score became another measure',
      withMove({ from: null, to: null, steps: ['library'] }),
    ],
  ])('says nothing of moves where %s', async (_, posture) => {
    renderTab(posture);
    await screen.findByText('9 open findings');
    expect(
      screen.queryByRole('link', { name: /^Compare with/ }),
    ).not.toBeInTheDocument();
  });

  it('is compared cold from its address, with two requests', async () => {
    const requests = renderTab(
      aPosture(),
      `/?compare=${daysAgo(7)}..${daysAgo(0)}`,
    );
    const panel = await screen.findByRole('dialog', {
      name: 'Compare two days',
    });
    expect(await within(panel).findByText('1 opened')).toBeVisible();
    expect(
      within(panel).getByRole('link', { name: 'A container is privileged' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture?finding=privileged-1',
    );
    expect(requests.sort()).toEqual([
      `${ENTITY_PATH}/changes`,
      `${ENTITY_PATH}/posture`,
    ]);
  });

  it('is told day by day in a view of its own, with two requests', async () => {
    const requests = renderTab(aPosture(), '/?view=history&days=90');
    expect(
      await screen.findByText('Nothing before 5 Oct 2026 is told.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Exemption approved' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture?view=exemptions&exemption=exemption-1',
    );
    expect(requests.sort()).toEqual([
      `${ENTITY_PATH}/history`,
      `${ENTITY_PATH}/posture`,
    ]);
  });
});
