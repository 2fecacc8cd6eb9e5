import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aStanding, aStandingsAnswer } from '../../testing/controlSamples';
import { ControlsPage } from './ControlsPage';

const server = startPortalServer();

function show(answer = aStandingsAnswer(), path = '/') {
  server.use(answerGet('control-standings', answer));
  return renderInPortal(<ControlsPage />, path);
}

async function rowOf(name: string) {
  return within(await screen.findByRole('row', { name: new RegExp(name) }));
}

describe('ControlsPage', () => {
  it('says how many fail, and shows those with their numbers', async () => {
    const { container } = show();
    expect(
      await screen.findByRole('heading', {
        name: '2 of 5 controls that were judged fail',
      }),
    ).toBeVisible();
    const row = await rowOf('without the privileges');
    expect(row.getByText('4 of 18 services')).toBeVisible();
    expect(row.getByRole('link', { name: '6' })).toHaveAttribute(
      'href',
      '/security-posture/findings?control=privileged-container&state=failing',
    );
    expect(row.getByText('2 of 8')).toBeVisible();
    expect(row.getByText('1 service')).toBeVisible();
    expect(row.getByText('2 more')).toBeVisible();
    expect((await rowOf('other than root')).getByText('3 fewer')).toBeVisible();
    expect(screen.queryByText(/process ids/)).not.toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('folds what does not fail, and never says 0 of what was not judged', async () => {
    show();
    for (const name of [
      /^1 exempted/,
      /^1 not evaluated everywhere/,
      /^1 fails nowhere/,
      /^1 not judged/,
      /^1 outside the profile/,
    ])
      await userEvent.click(await screen.findByRole('button', { name }));
    const unknown = await rowOf('etcd admits');
    expect(unknown.getByText('Not judged')).toBeVisible();
    expect(unknown.queryByText(/^0|none/)).not.toBeInTheDocument();
    const optional = await rowOf('named by their digest');
    expect(optional.getByText('Not counted')).toBeVisible();
    expect(
      (await rowOf('process ids')).getByText('0 of 18 services'),
    ).toBeVisible();
  });

  it.each([
    ['severity=critical', ['without the privileges']],
    ['framework=pss-baseline&severity=high', ['other than root']],
    ['search=ROOT', ['other than root']],
  ])('filters by %s of the address', async (query, names) => {
    show(aStandingsAnswer(), `/?${query}`);
    for (const name of names) await rowOf(name);
    expect(screen.getAllByRole('rowheader')).toHaveLength(names.length);
  });

  it('sorts by a column', async () => {
    const small = aStanding({ id: 'small', title: 'Small', change: 9 });
    show(aStandingsAnswer({ items: [aStanding(), small] }));
    await rowOf('Small');
    await userEvent.click(screen.getByRole('button', { name: '30 days' }));
    await waitFor(() =>
      expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent('Small'),
    );
  });

  it('leads on where no control matches', async () => {
    show(aStandingsAnswer(), '/?category=nothing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all controls' }),
    );
    expect(await rowOf('without the privileges')).toBeDefined();
  });

  it('says that nothing was judged', async () => {
    const items = [aStanding({ numbers: null, change: null })];
    show(aStandingsAnswer({ items, partial: true }));
    expect(
      await screen.findByRole('heading', { name: 'No control was judged yet' }),
    ).toBeVisible();
    expect(screen.getByText(/You see a part/)).toBeVisible();
  });

  it('says why there is nothing', async () => {
    server.use(refuseGet('control-standings', 403, 'NotAllowedError'));
    renderInPortal(<ControlsPage />);
    expect(
      await screen.findByText(/security-posture\.posture\.read/),
    ).toBeVisible();
  });
});
