import { screen, within } from '@testing-library/react';
import {
  answerGet,
  breakGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { PathSwitch } from '../../routing';
import {
  aControlEntitiesAnswer,
  aControlPage,
  aStanding,
} from '../../testing/controlSamples';
import { ControlPage } from './ControlPage';

const server = startPortalServer();
const ID = 'privileged-container';

function show(
  details = aControlPage(),
  entities = aControlEntitiesAnswer(),
  id = ID,
) {
  server.use(
    answerGet(`control-standings/${id}`, details),
    answerGet(`controls/${id}/entities`, entities),
  );
  return render(id);
}

function render(id: string) {
  return renderInPortal(
    <PathSwitch
      cases={[{ path: 'controls/:id', element: <ControlPage /> }]}
      fallback={null}
    />,
    `/controls/${id}`,
  );
}

describe('ControlPage', () => {
  it('says who fails it, why it matters, and how to meet it', async () => {
    const { container } = show();
    expect(
      await screen.findByRole('heading', { name: '4 of 18 services fail it' }),
    ).toBeVisible();
    expect(screen.getByText(/takes the node/)).toBeVisible();
    expect(screen.getByRole('link', { name: '6 objects' })).toHaveAttribute(
      'href',
      '/security-posture/findings?control=privileged-container&state=failing',
    );
    expect(screen.getByText('25% of all that fails')).toBeVisible();
    expect(screen.getByText(/^2 more since/)).toBeVisible();
    const service = await screen.findByRole('link', { name: 'Payments API' });
    expect(service).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture?search=privileged-container',
    );
    const strategic = screen.getByRole('tab', { name: 'Strategic merge' });
    expect(strategic).toBeVisible();
    expect(screen.queryByText(/last scan/)).not.toBeInTheDocument();
    expect(screen.queryByText('Added by')).not.toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Failing, example 1' }),
    ).toHaveTextContent('privileged: true');
    expect(
      screen.getByRole('link', { name: 'NSA/CISA Kubernetes Hardening Guide' }),
    ).toHaveAttribute('href', 'https://media.defense.gov/guide.pdf');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says which module added it', async () => {
    const page = aControlPage();
    show({ ...page, control: { ...page.control, addedBy: 'example' } });
    expect(await screen.findByText('module example')).toBeVisible();
    expect(screen.getByText('Added by')).toBeVisible();
  });

  it('says in words what a service that is exempted fails: nothing', async () => {
    show();
    const row = within(await screen.findByRole('row', { name: /ledger/ }));
    expect(row.getByText('none')).toBeVisible();
  });

  it.each<[string, Parameters<typeof aStanding>[0], string]>([
    ['nothing was judged', { numbers: null }, 'Nothing was judged yet'],
    [
      'it is optional',
      { optional: true, numbers: null },
      'outside the profile',
    ],
    [
      'nothing fails',
      {
        numbers: {
          failing: 0,
          exempted: 0,
          notEvaluated: 0,
          clean: 3,
          subjects: 0,
          exemptedSubjects: 0,
        },
      },
      'None of 3 services fails it',
    ],
    [
      'nothing could be judged',
      {
        numbers: {
          failing: 0,
          exempted: 0,
          notEvaluated: 3,
          clean: 0,
          subjects: 0,
          exemptedSubjects: 0,
        },
      },
      'It could not be judged on any of 3 services',
    ],
  ])('says that %s', async (_, over, words) => {
    show(
      aControlPage({ standing: aStanding(over) }),
      aControlEntitiesAnswer({ items: [], total: 0 }),
    );
    expect(
      await screen.findByRole('heading', { name: new RegExp(words) }),
    ).toBeVisible();
    expect(await screen.findByText('No service fails it')).toBeVisible();
  });

  it('tells of a control over clusters where it fails and where nothing is known', async () => {
    show(
      aControlPage({
        standing: aStanding({ over: 'clusters' }),
        clusters: [
          {
            cluster: 'staging',
            state: 'clean',
            subjects: 0,
            exemptedSubjects: 0,
          },
          {
            cluster: 'prod-eu',
            title: 'Production EU',
            state: 'failing',
            subjects: 3,
            exemptedSubjects: 0,
          },
        ],
        gaps: [
          {
            cluster: 'prod-us',
            reason: 'forbidden',
            since: '2026-11-18T10:00:00.000Z',
          },
        ],
        exampleFix: undefined,
        weeks: [],
      }),
    );
    const rows = await screen.findAllByRole('rowheader');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('Production EU'),
      expect.stringContaining('staging'),
    ]);
    expect(
      screen.getByText('prod-us', { selector: 'bdi' }).closest('li'),
    ).toHaveTextContent(/^prod-us: the API server refused/);
    expect(screen.queryByText('Who fails it')).not.toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it.each([
    [404, 'NotFoundError'],
    [400, 'InputError'],
  ])('leads on from a control that there is not (%s)', async (status, name) => {
    server.use(
      refuseGet('control-standings/of-tomorrow', status, name),
      refuseGet('controls/of-tomorrow/entities', status, name),
    );
    render('of-tomorrow');
    expect(
      await screen.findByRole('heading', {
        name: 'There is no control “of-tomorrow”',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All controls' })).toHaveAttribute(
      'href',
      '/security-posture/controls',
    );
  });

  it('says that the portal cannot be reached', async () => {
    server.use(
      breakGet(`control-standings/${ID}`),
      breakGet(`controls/${ID}/entities`),
    );
    render(ID);
    expect(
      await screen.findByText('The portal could not be reached'),
    ).toBeVisible();
  });
});
