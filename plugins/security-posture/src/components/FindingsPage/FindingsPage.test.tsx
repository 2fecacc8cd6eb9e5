import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import {
  API_URL,
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { anExplorerAnswer, anExplorerRow } from '../../testing/controlSamples';
import { aFinding } from '../../testing/sampleParts';
import { FindingsPage } from './FindingsPage';

const server = startPortalServer();

/** Answers the list, and keeps the queries that it was asked. */
function listen(answer = anExplorerAnswer()) {
  const queries: string[] = [];
  server.use(
    http.get(`${API_URL}/findings`, ({ request }) => {
      queries.push(decodeURIComponent(new URL(request.url).search));
      return HttpResponse.json(answer);
    }),
  );
  return queries;
}

async function rowOf(name: string) {
  return within(await screen.findByRole('row', { name: new RegExp(name) }));
}

function answerFinding(over: Partial<FindingView> = {}) {
  server.use(
    answerGet('findings/a1', {
      ...aFinding({ key: 'a1', title: 'A container runs privileged' }),
      entities: ['component:default/payments-api'],
      episodes: [
        {
          openedAt: '2026-11-13T10:00:00.000Z',
          severity: 'critical',
          outcome: 'fail',
          places: 2,
        },
      ],
      ...over,
    }),
  );
}

describe('FindingsPage', () => {
  it('lists findings in every state, and says how many there are', async () => {
    const queries = listen();
    const { container } = renderInPortal(<FindingsPage />);
    expect(
      await screen.findByRole('heading', { name: '4 findings' }),
    ).toBeVisible();
    const failing = await rowOf('A container runs privileged');
    expect(failing.getByText('Critical')).toBeVisible();
    expect(failing.getByText(/deploy\/payments-api/)).toHaveTextContent(
      'deploy/payments-api, container agent',
    );
    expect(failing.getByRole('link', { name: /payments-api/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture?finding=a1',
    );
    const exempted = await rowOf('told to run as root');
    expect(exempted.getByText('Exempted')).toBeVisible();
    expect(exempted.getByText('and 1 more')).toBeVisible();
    const unjudged = await rowOf('Images are scanned');
    expect(
      unjudged.getByText('Not evaluated: no report of another tool was found'),
    ).toBeVisible();
    expect(unjudged.getByText('Belongs to no service')).toBeVisible();
    expect(
      (await rowOf('root filesystem')).getByText(/Stale, last judged/),
    ).toBeVisible();
    expect(queries).toEqual(['?order=severity&limit=50']);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('asks for what the address says, and takes a filter away at a press', async () => {
    const queries = listen();
    renderInPortal(
      <FindingsPage />,
      '/?severity=critical,high&state=failing&cluster=prod-eu&order=oldest',
    );
    await rowOf('A container runs privileged');
    expect(queries).toEqual([
      '?order=oldest&limit=50&severities=critical,high&outcomes=fail&exempted=false&clusters=prod-eu',
    ]);
    const tag = screen.getByRole('row', { name: /severity high/ });
    await userEvent.click(within(tag).getByRole('button'));
    await waitFor(() =>
      expect(queries.at(-1)).toBe(
        '?order=oldest&limit=50&severities=critical&outcomes=fail&exempted=false&clusters=prod-eu',
      ),
    );
  });

  it('sorts on the server, times in both directions', async () => {
    const queries = listen();
    renderInPortal(<FindingsPage />);
    await rowOf('A container runs privileged');
    for (const order of ['newest', 'oldest']) {
      await userEvent.click(screen.getByRole('button', { name: 'Opened' }));
      await waitFor(() =>
        expect(queries.at(-1)).toBe(`?order=${order}&limit=50`),
      );
    }
  });

  it('refuses in words what the address cannot ask for, and asks for nothing', async () => {
    const queries = listen();
    renderInPortal(<FindingsPage />, '/?severity=huge&owner=payments');
    expect(await screen.findByText('Severity cannot be “huge”.')).toBeVisible();
    expect(screen.getByText('Team cannot be “payments”.')).toBeVisible();
    expect(screen.getByText('Severity: huge')).toBeVisible();
    expect(queries).toEqual([]);
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Reset filters' })[0],
    );
    await rowOf('A container runs privileged');
    expect(queries).toEqual(['?order=severity&limit=50']);
  });

  it('says in the words of the server what it does not take', async () => {
    server.use(refuseGet('findings', 400, 'InputError'));
    renderInPortal(<FindingsPage />, '/?search=x');
    expect(await screen.findByText('InputError of findings')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reset filters' })).toBeVisible();
  });

  it('leads on where a filter leaves nothing', async () => {
    const queries = listen(anExplorerAnswer({ items: [], total: 0 }));
    renderInPortal(<FindingsPage />, '/?search=nothing');
    expect(await screen.findByText('No finding matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Reset filters' }),
    );
    await waitFor(() =>
      expect(queries.at(-1)).toBe('?order=severity&limit=50'),
    );
    expect(await screen.findByText('No finding is open')).toBeVisible();
  });

  it('says that the list is partial, and what names it is given', async () => {
    listen(
      anExplorerAnswer({
        partial: true,
        total: 1,
        items: [
          anExplorerRow({
            title: '<b>مرحبا</b>',
            resource: {
              ...anExplorerRow().resource,
              name: 'x'.repeat(253),
            },
          }),
        ],
      }),
    );
    renderInPortal(<FindingsPage />);
    expect(
      await screen.findByText(/You see a part of the organisation/),
    ).toBeVisible();
    expect(screen.getByText('<b>مرحبا</b>')).toBeVisible();
    expect(screen.getByText(new RegExp('x{253}'))).toBeVisible();
  });

  it.each([
    [403, 'NotAllowedError', /security-posture\.posture\.read/],
    [500, 'InternalServerError', /InternalServerError of findings/],
  ])('says what a %s means', async (status, name, words) => {
    server.use(refuseGet('findings', status, name));
    renderInPortal(<FindingsPage />);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  describe('its export', () => {
    /** Answers exports, and keeps the queries that these were asked. */
    function listenToExports() {
      const asked: string[] = [];
      URL.createObjectURL = () => 'blob:portal';
      URL.revokeObjectURL = () => {};
      jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
      server.use(
        http.get(`${API_URL}/export`, ({ request }) => {
          asked.push(decodeURIComponent(new URL(request.url).search));
          return new HttpResponse('a,b', {
            headers: {
              'content-type': 'text/csv',
              'content-disposition': 'attachment; filename="filtered.csv"',
            },
          });
        }),
      );
      return asked;
    }

    afterEach(() => jest.restoreAllMocks());

    async function save() {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Export' }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: 'Spreadsheet (CSV)' }),
      );
      expect(await screen.findByText('Saved as filtered.csv')).toBeVisible();
    }

    it.each([
      ['everything', '/?order=oldest', ''],
      [
        'what a view shows',
        '/?severity=critical%2Chigh&state=failing&production=true',
        '&severities=critical,high&outcomes=fail&exempted=false&production=true',
      ],
      [
        'what is searched for',
        '/?search=%3Dpay&owner=group:default/payments',
        '&search==pay&owner=group:default/payments',
      ],
    ])('is of %s, on all pages', async (_, address, filter) => {
      listen();
      const asked = listenToExports();
      renderInPortal(<FindingsPage />, address);
      await save();
      expect(asked).toEqual([`?scope=organisation${filter}&format=csv`]);
    });

    it('follows a filter that is taken away', async () => {
      listen();
      const asked = listenToExports();
      renderInPortal(<FindingsPage />, '/?severity=critical&namespace=shop');
      const tag = await screen.findByRole('row', { name: /severity critical/ });
      await userEvent.click(within(tag).getByRole('button'));
      await save();
      expect(asked).toEqual(['?scope=organisation&namespaces=shop&format=csv']);
    });

    it('is not there for what cannot be asked for', async () => {
      listen();
      renderInPortal(<FindingsPage />, '/?severity=huge');
      await screen.findByText('Severity cannot be “huge”.');
      expect(
        screen.queryByRole('button', { name: 'Export' }),
      ).not.toBeInTheDocument();
    });
  });

  describe('the finding of the address', () => {
    it('opens cold beside the list, with its history and its service', async () => {
      listen();
      answerFinding();
      renderInPortal(<FindingsPage />, '/?finding=a1&state=failing');
      const panel = within(await screen.findByRole('dialog'));
      expect(
        await panel.findByRole('heading', {
          name: 'A container runs privileged',
        }),
      ).toBeVisible();
      expect(await panel.findByText('2 places')).toBeVisible();
      expect(
        panel.getByRole('link', { name: /How it is judged/ }),
      ).toHaveAttribute('href', expect.stringContaining('/controls/'));
      await userEvent.keyboard('{Escape}');
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(await rowOf('A container runs privileged')).toBeDefined();
    });

    it('says when and why it was closed', async () => {
      listen();
      answerFinding({
        closedAt: '2026-11-20T10:00:00.000Z',
        closedBecause: 'passed',
      });
      renderInPortal(<FindingsPage />, '/?finding=a1');
      expect(
        await screen.findByText(/^Closed .*the control passes/),
      ).toBeVisible();
    });

    it('says that it is not here', async () => {
      listen();
      server.use(refuseGet('findings/zz', 404, 'NotFoundError'));
      renderInPortal(<FindingsPage />, '/?finding=zz');
      expect(
        await screen.findByText('This finding is not here any more'),
      ).toBeVisible();
    });
  });

  describe('views', () => {
    it('are links to filters, the one that is shown marked', async () => {
      listen();
      renderInPortal(<FindingsPage />, '/?state=exempted');
      const views = within(
        await screen.findByRole('navigation', { name: 'Views' }),
      );
      expect(views.getByRole('link', { current: 'page' })).toHaveTextContent(
        'Exempted',
      );
      expect(
        views.getByRole('link', { name: 'Critical and high in production' }),
      ).toHaveAttribute(
        'href',
        '/security-posture/findings?severity=critical%2Chigh&state=failing&production=true',
      );
    });

    it('can be saved, renamed and deleted', async () => {
      listen();
      renderInPortal(<FindingsPage />, '/?namespace=shop');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Save view' }),
      );
      await userEvent.type(
        await screen.findByRole('textbox', { name: 'Name' }),
        'My shop{Enter}',
      );
      expect(
        await screen.findByRole('link', { name: 'My shop', current: 'page' }),
      ).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: 'Rename view' }),
      );
      const name = await screen.findByRole('textbox', { name: 'Name' });
      expect(name).toHaveValue('My shop');
      await userEvent.clear(name);
      await userEvent.type(name, 'Our shop{Enter}');
      expect(
        await screen.findByRole('link', { name: 'Our shop' }),
      ).toBeVisible();
      expect(screen.queryByText('My shop')).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Delete view' }),
      );
      await waitFor(() =>
        expect(screen.queryByText('Our shop')).not.toBeInTheDocument(),
      );
      expect(screen.getByRole('button', { name: 'Save view' })).toBeVisible();
    });
  });
});
