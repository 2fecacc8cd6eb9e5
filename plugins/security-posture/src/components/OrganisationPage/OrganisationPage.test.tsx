import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import {
  anEntitiesAnswer,
  anEntityRow,
  aSummary,
} from '../../testing/organisationSamples';
import {
  answerGet,
  API_URL,
  breakGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { OrganisationPage } from './OrganisationPage';

const server = startPortalServer();

/** Answers the list, and keeps the queries that it was asked. */
function listen(answer = anEntitiesAnswer()) {
  const queries: string[] = [];
  server.use(
    answerGet('summary', aSummary()),
    http.get(`${API_URL}/entities`, ({ request }) => {
      queries.push(new URL(request.url).search);
      return HttpResponse.json(answer);
    }),
  );
  return queries;
}

async function rowOf(name: string) {
  return within(await screen.findByRole('row', { name: new RegExp(name) }));
}

describe('OrganisationPage', () => {
  it('says first, in words, how many services are ready', async () => {
    listen();
    renderInPortal(<OrganisationPage />);
    expect(
      await screen.findByRole('heading', {
        name: '9 of 24 services are ready for production',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(
        '9 are not ready, 3 are unknown for want of evidence and 3 have no posture.',
      ),
    ).toBeVisible();
    expect(screen.getByText('21 of 24 services judged')).toBeVisible();
    expect(screen.getByText('2 of 3 clusters answer')).toBeVisible();
    expect(screen.queryByText(/shows you a part/)).not.toBeInTheDocument();
  });

  it('asks the API twice and no more', async () => {
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) =>
      requests.push(new URL(request.url).pathname),
    );
    listen();
    renderInPortal(<OrganisationPage />);
    await rowOf('Payments API');
    expect(requests.sort()).toEqual([
      '/api/security-posture/v1/entities',
      '/api/security-posture/v1/summary',
    ]);
    server.events.removeAllListeners();
  });

  it('lists score, grade, readiness and open findings of a judged service', async () => {
    listen();
    renderInPortal(<OrganisationPage />);
    const row = await rowOf('Payments API');
    expect(row.getByRole('link', { name: 'Payments API' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture',
    );
    expect(row.getByText('Not ready')).toBeVisible();
    expect(row.getByText('16')).toBeVisible();
    expect(row.getByText('F')).toBeVisible();
    expect(row.getByText('3')).toBeVisible();
    expect(row.getByText(/^12 min/).tagName).toBe('TIME');
  });

  it('says none only where something was judged', async () => {
    listen();
    renderInPortal(<OrganisationPage />);
    const judged = await rowOf('Ledger');
    expect(judged.getByText('None critical')).toBeVisible();
    const unjudged = await rowOf('fraud-rules');
    expect(unjudged.getByText('Not linked to any workload')).toBeVisible();
    expect(unjudged.getByText('No score yet')).toBeVisible();
    expect(unjudged.getAllByText('Not judged')).toHaveLength(2);
    expect(unjudged.queryByText(/None|^0$/)).not.toBeInTheDocument();
  });

  it('names each cluster that tells nothing fresh, in the words of the tab', async () => {
    listen();
    renderInPortal(<OrganisationPage />);
    const stale = await rowOf('Search indexer');
    expect(stale.getByText('prod-us: Does not answer')).toBeVisible();
    expect(stale.getByText(/^8 hr/).tagName).toBe('TIME');
    const never = await rowOf('Refunds');
    expect(never.getByText('Production AP: Not scanned yet')).toBeVisible();
    expect(never.getAllByText(/Not scanned yet$/)).toHaveLength(2);
  });

  it('counts what blocks, and says what lies outside production', async () => {
    listen();
    renderInPortal(<OrganisationPage />);
    const ready = await rowOf('Ledger');
    expect(ready.getByText('None high')).toBeVisible();
    expect(ready.getByText('1 high outside production')).toBeVisible();
    const blocked = await rowOf('Payments API');
    expect(blocked.queryByText(/outside/)).not.toBeInTheDocument();
    const blocking = screen.getByText('Blocking findings').closest('section');
    expect(blocking).toHaveTextContent('2Critical15High');
  });

  it('says that the numbers are partial, and of what', async () => {
    server.use(
      answerGet('summary', aSummary({ partial: true })),
      answerGet('entities', anEntitiesAnswer({ partial: true })),
    );
    renderInPortal(<OrganisationPage />);
    expect(await screen.findByText(/shows you a part/)).toBeVisible();
  });

  it('takes its filters from the address', async () => {
    const queries = listen();
    renderInPortal(
      <OrganisationPage />,
      '/?search=pay&readiness=notReady&other=1',
    );
    await rowOf('Payments API');
    expect(queries).toEqual([
      '?order=worst&limit=50&readiness=notReady&search=pay',
    ]);
    expect(screen.getByRole('searchbox')).toHaveValue('pay');
  });

  it('asks the server when the user searches', async () => {
    const queries = listen();
    renderInPortal(<OrganisationPage />);
    await rowOf('Payments API');
    await userEvent.type(screen.getByRole('searchbox'), 'ledger');
    await waitFor(() =>
      expect(queries).toEqual([
        '?order=worst&limit=50',
        '?order=worst&limit=50&search=ledger',
      ]),
    );
  });

  it('asks the server when the user filters by readiness', async () => {
    const queries = listen();
    renderInPortal(<OrganisationPage />);
    await rowOf('Payments API');
    await userEvent.click(screen.getByRole('button', { name: /Readiness/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Ready' }));
    await waitFor(() =>
      expect(queries.at(-1)).toBe('?order=worst&limit=50&readiness=ready'),
    );
  });

  it('goes through the pages by cursor, and back', async () => {
    const pages: Record<string, ReturnType<typeof anEntitiesAnswer>> = {
      first: anEntitiesAnswer({ total: 51, nextCursor: 'second' }),
      second: anEntitiesAnswer({
        total: 51,
        items: [anEntityRow({ title: 'Last one' })],
      }),
    };
    server.use(
      answerGet('summary', aSummary()),
      http.get(`${API_URL}/entities`, ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        return HttpResponse.json(pages[cursor ?? 'first']);
      }),
    );
    renderInPortal(<OrganisationPage />);
    await rowOf('Payments API');
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await rowOf('Last one');
    expect(screen.getByText('51 to 51 of 51')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    await rowOf('Payments API');
  });

  it('leads on where nothing is linked', async () => {
    listen(anEntitiesAnswer({ items: [] }));
    renderInPortal(<OrganisationPage />);
    expect(
      await screen.findByText('No service is linked to workloads yet'),
    ).toBeVisible();
    expect(screen.getByText(/backstage.io\/kubernetes-id/)).toBeVisible();
  });

  it('counts nothing where there is nothing', async () => {
    const none = { total: 0, ready: 0, notReady: 0, unknown: 0, noPosture: 0 };
    server.use(
      answerGet(
        'summary',
        aSummary({
          entities: none,
          workloads: { swept: 0, owned: 0 },
          clusters: { total: 0, answering: 0 },
        }),
      ),
      answerGet('entities', anEntitiesAnswer({ items: [] })),
    );
    renderInPortal(<OrganisationPage />);
    expect(
      await screen.findByRole('heading', {
        name: 'No service has a posture yet',
      }),
    ).toBeVisible();
    expect(screen.getByText('No cluster is connected')).toBeVisible();
    expect(screen.queryByText(/\b0\b/)).not.toBeInTheDocument();
  });

  it('says that nothing was judged, never that nothing was found', async () => {
    const unjudged = {
      total: 2,
      ready: 0,
      notReady: 0,
      unknown: 0,
      noPosture: 2,
    };
    server.use(
      answerGet(
        'summary',
        aSummary({
          entities: unjudged,
          open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
        }),
      ),
      answerGet('entities', anEntitiesAnswer()),
    );
    renderInPortal(<OrganisationPage />);
    expect(await screen.findByText('Nothing was judged yet')).toBeVisible();
  });

  it('shows all services again where a filter leaves none', async () => {
    const queries = listen(anEntitiesAnswer({ items: [] }));
    renderInPortal(<OrganisationPage />, '/?search=nothing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all services' }),
    );
    await waitFor(() => expect(queries.at(-1)).toBe('?order=worst&limit=50'));
  });

  it('keeps its shape while it loads', async () => {
    server.use(
      http.get(`${API_URL}/summary`, () => new Promise<never>(() => {})),
      http.get(`${API_URL}/entities`, () => new Promise<never>(() => {})),
    );
    renderInPortal(<OrganisationPage />);
    expect(
      await screen.findByRole('heading', { name: 'Services, worst first' }),
    ).toBeVisible();
    expect(screen.getAllByText('Loading services')).not.toHaveLength(0);
    expect(screen.queryByText(/ready for production/)).not.toBeInTheDocument();
  });

  it.each([
    ['the user may not see postures', 403, 'NotAllowedError'],
    ['the portal has no backend of the plugin', 404, 'Error'],
    ['the backend failed', 500, 'InternalServerError'],
  ])('says once that %s', async (_, status, name) => {
    server.use(
      refuseGet('summary', status, name),
      refuseGet('entities', status, name),
    );
    renderInPortal(<OrganisationPage />);
    const words = {
      403: /security-posture\.posture\.read/,
      404: /add the plugin security-posture to its backend/,
      500: /InternalServerError of/,
    }[status]!;
    expect(await screen.findAllByText(words)).toHaveLength(1);
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });

  it('shows the summary where the list alone failed', async () => {
    server.use(answerGet('summary', aSummary()), breakGet('entities'));
    renderInPortal(<OrganisationPage />);
    expect(await screen.findByText(/9 of 24 services/)).toBeVisible();
    expect(await screen.findByRole('button', { name: /again/ })).toBeVisible();
  });

  it('passes axe', async () => {
    listen();
    const { container } = renderInPortal(<OrganisationPage />);
    await rowOf('Payments API');
    expect(await violationsIn(container)).toEqual([]);
  });
});
