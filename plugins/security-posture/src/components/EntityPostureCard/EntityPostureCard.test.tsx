import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import {
  answerPosture,
  ENTITY_PATH,
  renderForEntity,
} from '../../__testUtils__/entityPage';
import {
  API_URL,
  breakGet,
  refuseGet,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aScan, EMPTY_POSTURES, JUDGED_POSTURES } from '../../testing/samples';
import { EntityPostureCard } from './EntityPostureCard';

const server = startPortalServer();
const TAB = '/catalog/default/component/payments-api/security-posture';

async function renderCard(title: string | RegExp) {
  const view = renderForEntity(<EntityPostureCard />);
  await screen.findByText(title);
  return view.container;
}

type Words = (string | RegExp)[];

describe('EntityPostureCard', () => {
  it.each<[keyof typeof JUDGED_POSTURES, Words]>([
    [
      'notReady',
      [
        'Not ready for production',
        '1 critical and 3 high findings must be fixed',
        '16',
        '7 failing',
        '1 not evaluated',
        '32 passing',
        'Fix first',
        'A container runs privileged',
        'deploy/payments-api, container agent, prod-eu',
      ],
    ],
    [
      'ready',
      [
        'Ready for production',
        'No critical or high finding is open',
        'Next, for grade B',
        '2 of 5 workloads',
      ],
    ],
    [
      'partlyEvaluated',
      [
        'Unknown: too little could be judged',
        'Coverage is 87%, the gate asks for 90%',
        'of what could be judged',
        'Missing evidence',
        'no report of another tool was found',
      ],
    ],
    [
      'stale',
      [
        /^Unknown: prod-us went silent/,
        'Shown below is the last posture',
        '1 failing, last seen',
        'Check the connection to prod-us',
        'the API server did not answer',
      ],
    ],
    [
      'staleAndNotReady',
      ['Not ready for production', '7 failing, last seen', 'Fix first'],
    ],
    [
      'exemplary',
      ['Ready for production', '100', 'No critical or high finding is open'],
    ],
    [
      'scannedInPart',
      [
        'Not ready for production',
        'No score',
        'Less than half could be judged',
      ],
    ],
    [
      'noScore',
      ['Unknown: nothing could be judged', 'No score', '40 not evaluated'],
    ],
  ])('shows a judged entity that is %s', async (state, words) => {
    server.use(answerPosture(JUDGED_POSTURES[state]()));
    const card = await renderCard(words[0]);
    words.forEach(text => expect(screen.getByText(text)).toBeVisible());
    expect(screen.getByRole('link', { name: 'Open posture' })).toHaveAttribute(
      'href',
      TAB,
    );
    expect(await violationsIn(card)).toEqual([]);
  });

  it.each<[keyof typeof EMPTY_POSTURES, Words]>([
    [
      'notMapped',
      [
        'No workload is linked',
        'Nothing tells which workloads belong to payments-api.',
        '1 workload has this name and no owner.',
      ],
    ],
    [
      'noWorkloads',
      ['Linked, but nothing runs', 'backstage.io/kubernetes-id=cdn-purger'],
    ],
    [
      'neverScanned',
      [
        'Not scanned yet',
        'prod-eu was not scanned yet. Its first scan comes by itself.',
      ],
    ],
    ['unreachable', ['No cluster answers', /^prod-us went silent/]],
    [
      'needsUserCredentials',
      ['lab admits users only', /no account of its own/],
    ],
    ['noClusters', ['No cluster is connected', /is not installed/]],
  ])('says why there is nothing: %s', async (state, words) => {
    server.use(answerPosture(EMPTY_POSTURES[state]()));
    const card = await renderCard(words[0]);
    words.forEach(text => expect(screen.getByText(text)).toBeVisible());
    expect(screen.queryByText('of 100')).not.toBeInTheDocument();
    expect(await violationsIn(card)).toEqual([]);
  });

  it('leads from an entity that is not mapped to its mapping', async () => {
    server.use(answerPosture(EMPTY_POSTURES.notMapped()));
    await renderCard('No workload is linked');
    expect(
      screen.getByRole('link', { name: 'See how to link it' }),
    ).toHaveAttribute('href', TAB);
  });

  it('leads to the missing evidence', async () => {
    server.use(answerPosture(JUDGED_POSTURES.partlyEvaluated()));
    await renderCard('Missing evidence');
    expect(screen.getByRole('link', { name: 'See how' })).toHaveAttribute(
      'href',
      `${TAB}?state=notEvaluated&finding=signature-1`,
    );
  });

  it('shows how far a scan is', async () => {
    const scan = aScan();
    server.use(
      answerPosture({ ...JUDGED_POSTURES.ready(), scan }),
      http.get(`${API_URL}/scans/scan-1`, () => HttpResponse.json({ ...scan })),
    );
    await renderCard('Scanning prod-eu, cluster 1 of 2');
    expect(screen.getByText('1,240 objects read')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '8',
    );
    expect(screen.getByText('Scanning prod-eu, cluster 1 of 2')).toHaveRole(
      'status',
    );
  });

  it('scans a service that was never scanned', async () => {
    const asked: string[] = [];
    server.use(
      answerPosture(EMPTY_POSTURES.neverScanned()),
      http.post(`${API_URL}/${ENTITY_PATH}/scan`, ({ request }) => {
        asked.push(request.url);
        return HttpResponse.json({ ...aScan() }, { status: 202 });
      }),
      http.get(`${API_URL}/scans/scan-1`, () =>
        HttpResponse.json({ ...aScan() }),
      ),
    );
    await renderCard('Not scanned yet');
    await userEvent.click(screen.getByRole('button', { name: 'Scan now' }));
    expect(
      await screen.findByText('Scanning prod-eu, cluster 1 of 2'),
    ).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('keeps its shape while it loads', async () => {
    server.use(
      http.get(`${API_URL}/${ENTITY_PATH}/posture`, () => delay('infinite')),
    );
    await renderCard('Loading the posture');
    expect(screen.getByText('Loading the posture')).toHaveRole('status');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'NotAllowedError', 'You may not see this posture'],
    [404, 'NotFoundError', 'The posture was not found'],
    [404, 'Error', 'The backend of Security Posture does not answer'],
    [500, 'InternalServerError', 'The posture could not be loaded'],
  ])('explains an answer of %d %s', async (status, name, title) => {
    server.use(refuseGet(`${ENTITY_PATH}/posture`, status, name));
    const card = await renderCard(title);
    expect(screen.queryByText('of 100')).not.toBeInTheDocument();
    expect(await violationsIn(card)).toEqual([]);
  });

  it('names the permission that is missing, and offers no second try', async () => {
    server.use(refuseGet(`${ENTITY_PATH}/posture`, 403, 'NotAllowedError'));
    await renderCard('security-posture.posture.read');
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('tries again when asked to', async () => {
    server.use(breakGet(`${ENTITY_PATH}/posture`));
    await renderCard('The portal could not be reached');
    server.use(answerPosture(JUDGED_POSTURES.ready()));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getByText('Ready for production')).toBeVisible(),
    );
  });
});
