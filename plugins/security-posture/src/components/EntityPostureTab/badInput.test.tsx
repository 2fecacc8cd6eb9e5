import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answerPosture,
  ENTITY_PATH,
  renderForEntity,
} from '../../__testUtils__/entityPage';
import {
  answerGet,
  refuseGet,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aWorkloadsAnswer } from '../../testing/entitySamples';
import { aFinding, aPageOf, aPosture } from '../../testing/samples';
import { aTrendAnswer } from '../../testing/trendSamples';
import { EntityPostureTab } from './EntityPostureTab';

const server = startPortalServer();

/** A whole page in jsdom takes seconds on a busy machine. */
jest.setTimeout(60_000);

async function renderTab(path: string, posture = aPosture()) {
  server.use(
    answerPosture(posture),
    answerGet('trends', { ...aTrendAnswer() }),
  );
  const view = renderForEntity(<EntityPostureTab />, path);
  await screen.findByRole('heading', { name: 'Fix first' });
  return view;
}

describe('an address that was edited by hand', () => {
  it.each([
    ['a state that there is not', '/?state=grave'],
    ['a category that there is not', '/?category=%3Cb%3E'],
    ['an object of another cluster', '/?subject=mars%2F%2FPod%2Fx'],
  ])('with %s leaves nothing, says so, and can be cleared', async (_, path) => {
    await renderTab(path);
    expect(
      screen.getByText('No open finding matches these filters.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(
      screen.getByRole('button', { name: 'A container runs as root' }),
    ).toBeVisible();
  });

  it('with a view that there is not shows the findings', async () => {
    await renderTab('/?view=nonsense');
    expect(
      screen.getByRole('columnheader', { name: 'Points if fixed' }),
    ).toBeVisible();
  });
});

it('keeps a filter behind More in sight, by its number', async () => {
  await renderTab('/?container=agent&opened=week');
  await userEvent.click(screen.getByRole('button', { name: 'More, 2 set' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByRole('button', { name: /agent.*Container/ }),
  ).toBeVisible();
  expect(
    dialog.getByRole('button', { name: /In the last 7 days.*Opened/ }),
  ).toBeVisible();
});

it('says what fixing a control alone brings, and nothing of one that follows', async () => {
  await renderTab('/');
  expect(
    screen.getByRole('columnheader', { name: 'Points if fixed' }),
  ).toBeVisible();
  const row = screen
    .getByRole('button', { name: 'A container runs privileged' })
    .closest('tr');
  expect(row).toHaveTextContent(/6 days\+32\.2$/);
});

it('shows a finding of a control that the library does not know', async () => {
  const unknown = aFinding({
    key: 'newer',
    control: 'quantum-safe-tls',
    title: 'quantum-safe-tls',
    why: '',
    fix: '',
    frameworks: {},
    patch: undefined,
  });
  const { container } = await renderTab(
    '/?finding=newer',
    aPosture({ findings: aPageOf([unknown]) }),
  );
  expect(
    screen.getByText(
      /does not know quantum-safe-tls: it is of another version/,
    ),
  ).toBeVisible();
  expect(await violationsIn(container)).toEqual([]);
});

it('says which permission was taken away while the page is open', async () => {
  await renderTab('/');
  server.use(refuseGet(`${ENTITY_PATH}/workloads`, 403, 'NotAllowedError'));
  await userEvent.click(screen.getByRole('tab', { name: /Workloads/ }));
  expect(
    await screen.findByText('security-posture.posture.read'),
  ).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Fix first' })).toBeVisible();
});

it('shows a view again once the backend is back', async () => {
  server.use(refuseGet(`${ENTITY_PATH}/workloads`, 502, 'BadGatewayError'));
  await renderTab('/?view=workloads');
  const retry = await screen.findByRole('button', { name: 'Try again' });
  server.use(answerGet(`${ENTITY_PATH}/workloads`, { ...aWorkloadsAnswer() }));
  await userEvent.click(retry);
  expect(
    await screen.findByRole('row', { name: /payments-worker/ }),
  ).toBeVisible();
});
