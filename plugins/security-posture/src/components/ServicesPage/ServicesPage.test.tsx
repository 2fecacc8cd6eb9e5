import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import {
  anEntitiesAnswer,
  anEntityRow,
} from '../../testing/organisationSamples';
import {
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ServicesPage } from './ServicesPage';

const server = startPortalServer();

/** Answers the list, and keeps the queries that it was asked. */
function listen(answer = anEntitiesAnswer()) {
  const queries: string[] = [];
  server.use(
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

describe('ServicesPage', () => {
  it('asks the API for one thing', async () => {
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) =>
      requests.push(new URL(request.url).pathname),
    );
    listen();
    renderInPortal(<ServicesPage />);
    await rowOf('Payments API');
    expect(requests).toEqual(['/api/security-posture/v1/entities']);
    server.events.removeAllListeners();
  });

  it('lists score, grade, readiness and open findings of a judged service', async () => {
    listen();
    renderInPortal(<ServicesPage />);
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
    renderInPortal(<ServicesPage />);
    const judged = await rowOf('Ledger');
    expect(judged.getByText('None critical')).toBeVisible();
    const unjudged = await rowOf('fraud-rules');
    expect(unjudged.getByText('Not linked to any workload')).toBeVisible();
    expect(unjudged.getByText('No score')).toBeVisible();
    expect(unjudged.getAllByText('Not judged')).toHaveLength(2);
    expect(unjudged.queryByText(/None|^0$/)).not.toBeInTheDocument();
  });

  it('names each cluster that tells nothing fresh, in the words of the tab', async () => {
    listen();
    renderInPortal(<ServicesPage />);
    const stale = await rowOf('Search indexer');
    expect(stale.getByText('prod-us: Does not answer')).toBeVisible();
    expect(stale.getByText(/^8 hr/).tagName).toBe('TIME');
    const never = await rowOf('Refunds');
    expect(never.getByText('Production AP: Not scanned yet')).toBeVisible();
    expect(never.getAllByText(/Not scanned yet$/)).toHaveLength(2);
  });

  it('counts what blocks, and says what lies outside production', async () => {
    listen();
    renderInPortal(<ServicesPage />);
    const ready = await rowOf('Ledger');
    expect(ready.getByText('None high')).toBeVisible();
    expect(ready.getByText('1 high outside production')).toBeVisible();
    const blocked = await rowOf('Payments API');
    expect(blocked.queryByText(/outside/)).not.toBeInTheDocument();
  });

  it('takes its filters from the address', async () => {
    const queries = listen();
    renderInPortal(<ServicesPage />, '/?search=pay&readiness=notReady&other=1');
    await rowOf('Payments API');
    expect(queries).toEqual([
      '?order=worst&limit=50&readiness=notReady&search=pay',
    ]);
    expect(screen.getByRole('searchbox')).toHaveValue('pay');
  });

  it('asks the server when the user searches', async () => {
    const queries = listen();
    renderInPortal(<ServicesPage />);
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
    renderInPortal(<ServicesPage />);
    await rowOf('Payments API');
    const filters = within(screen.getByRole('search'));
    await userEvent.click(filters.getByRole('button', { name: /Readiness/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Ready' }));
    await waitFor(() =>
      expect(queries.at(-1)).toBe('?order=worst&limit=50&readiness=ready'),
    );
  });

  it('passes over what of the address it does not know', async () => {
    const queries = listen();
    renderInPortal(<ServicesPage />, '/?readiness=perhaps&evidence=x&order=y');
    await rowOf('Payments API');
    expect(queries).toEqual(['?order=worst&limit=50']);
  });

  it('takes the filter by a control away at a press', async () => {
    const queries = listen();
    renderInPortal(<ServicesPage />, '/?control=host-network');
    await userEvent.click(await screen.findByText('Failing: host-network'));
    await waitFor(() => expect(queries.at(-1)).toBe('?order=worst&limit=50'));
  });

  it('asks the server for another order', async () => {
    const queries = listen();
    renderInPortal(<ServicesPage />);
    await rowOf('Payments API');
    const header = screen.getByText('Score of 100', { selector: 'button' });
    await userEvent.click(header);
    await waitFor(() => expect(queries.at(-1)).toBe('?order=score&limit=50'));
    expect(header.closest('th')).toHaveAttribute('aria-sort', 'ascending');
  });

  it('leads back from an address that asks for what cannot be', async () => {
    server.use(
      http.get(`${API_URL}/entities`, ({ request }) =>
        new URL(request.url).searchParams.has('owner')
          ? HttpResponse.json(
              {
                error: { name: 'InputError', message: 'owner must be a ref' },
                request: { method: 'GET', url: '/v1/entities' },
                response: { statusCode: 400 },
              },
              { status: 400 },
            )
          : HttpResponse.json(anEntitiesAnswer()),
      ),
    );
    renderInPortal(<ServicesPage />, '/?owner=:::');
    expect(await screen.findByText('owner must be a ref')).toBeVisible();
    await userEvent.click(screen.getByText('Show all services'));
    await rowOf('Payments API');
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
      http.get(`${API_URL}/entities`, ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        return HttpResponse.json(pages[cursor ?? 'first']);
      }),
    );
    renderInPortal(<ServicesPage />);
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
    renderInPortal(<ServicesPage />);
    expect(
      await screen.findByText('No service is linked to workloads yet'),
    ).toBeVisible();
    expect(screen.getByText(/backstage.io\/kubernetes-id/)).toBeVisible();
  });

  it('shows all services again where a filter leaves none', async () => {
    const queries = listen(anEntitiesAnswer({ items: [] }));
    renderInPortal(<ServicesPage />, '/?search=nothing');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all services' }),
    );
    await waitFor(() => expect(queries.at(-1)).toBe('?order=worst&limit=50'));
  });

  it('keeps its shape while it loads', async () => {
    server.use(
      http.get(`${API_URL}/entities`, () => new Promise<never>(() => {})),
    );
    renderInPortal(<ServicesPage />);
    expect(
      await screen.findByRole('heading', { name: 'Services, worst first' }),
    ).toBeVisible();
    expect(screen.getByText('Loading services')).toBeInTheDocument();
    expect(screen.queryByText('Payments API')).not.toBeInTheDocument();
  });

  it.each([
    ['the user may not see postures', 403, 'NotAllowedError'],
    ['the portal has no backend of the plugin', 404, 'Error'],
    ['the backend failed', 500, 'InternalServerError'],
  ])('says once that %s', async (_, status, name) => {
    server.use(refuseGet('entities', status, name));
    renderInPortal(<ServicesPage />);
    const words = {
      403: /security-posture\.posture\.read/,
      404: /add the plugin security-posture to its backend/,
      500: /InternalServerError of/,
    }[status]!;
    expect(await screen.findAllByText(words)).toHaveLength(1);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('passes axe', async () => {
    listen();
    const { container } = renderInPortal(<ServicesPage />);
    await rowOf('Payments API');
    expect(await violationsIn(container)).toEqual([]);
  });
});
