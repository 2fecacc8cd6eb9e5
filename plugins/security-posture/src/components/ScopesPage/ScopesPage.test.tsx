import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type {
  HierarchyResponse,
  ScopeMatrixResponse,
} from 'backstage-plugin-security-posture-common';
import {
  answerGet,
  API_URL,
  breakGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import {
  aHierarchyAnswer,
  aHierarchyRow,
  aScopeMatrixAnswer,
  everyHierarchyRow,
} from '../../testing/scopeSamples';
import { ScopesPage } from './ScopesPage';

const server = startPortalServer();

/** Answers both requests of the page, and keeps what it was asked. */
function listen(
  answer: HierarchyResponse = aHierarchyAnswer(),
  matrix: ScopeMatrixResponse = aScopeMatrixAnswer(),
) {
  const asked: string[] = [];
  server.use(
    http.get(`${API_URL}/scopes`, ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(`scopes ${searchParams}`);
      const parents = searchParams.get('parents');
      if (!parents) return HttpResponse.json(answer);
      const items = everyHierarchyRow()
        .filter(row => row.parent === parents)
        .map(row => ({ ...row, level: 0 }));
      return HttpResponse.json(
        aHierarchyAnswer({ items, whole: false, verdict: undefined }),
      );
    }),
    http.get(`${API_URL}/scopes/matrix`, ({ request }) => {
      asked.push(`matrix ${new URL(request.url).searchParams}`);
      return HttpResponse.json(matrix);
    }),
  );
  return asked;
}

function renderPage(path = '/', kind: 'group' | 'system' = 'group') {
  return renderInPortal(<ScopesPage kind={kind} />, path);
}

async function table() {
  return within(await screen.findByRole('table', { name: 'Teams' }));
}

async function cellsOf(name: RegExp) {
  const row = (await table()).getByRole('row', { name });
  return within(row)
    .getAllByRole('cell')
    .map(cell => cell.lastElementChild?.textContent);
}

describe('ScopesPage', () => {
  it('says first how many have a critical finding open, whose, and leads there', async () => {
    const asked = listen();
    const { container } = renderPage();
    expect(
      await screen.findByRole('heading', {
        name: '2 of 6 teams have a critical finding open',
      }),
    ).toBeVisible();
    const oldest = screen.getByText(/since/).closest('p');
    expect(oldest).toHaveTextContent(
      'Media since 9 Oct in video-transcoder, Payments since 13 Nov in Payments API.',
    );
    expect(
      screen.getByRole('link', { name: 'Open 2 critical findings' }),
    ).toHaveAttribute(
      'href',
      '/security-posture/findings?severity=critical&state=failing',
    );
    await screen.findByRole('table', { name: /by team/ });
    expect(asked.map(text => text.split(' ')[0]).sort()).toEqual([
      'matrix',
      'scopes',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows each row along the hierarchy, and never none where nothing was judged', async () => {
    listen();
    renderPage();
    expect(await cellsOf(/^Payments/)).toEqual([
      '2 of 6',
      'Payments API33Fgrade F',
      '33',
      '1',
      expect.stringMatching(/^6 days/),
      '4',
      '1',
      '1',
    ]);
    expect(await cellsOf(/storefront/)).toEqual([
      '3 of 5',
      'reviews67Dgrade Dstale',
      '67',
      'none',
      'none',
      '3',
      'another control library in between1',
      'none',
    ]);
    expect(await cellsOf(/Labs/)).toEqual([
      'not judged',
      'No score',
      'not judged',
      'not judged',
      'not judged',
      'not judged',
      'nothing to compare',
      'not judged',
    ]);
    const payments = (await table()).getByRole('row', { name: /^Payments/ });
    expect(
      within(payments).getByRole('link', { name: '1 critical in Payments' }),
    ).toHaveAttribute(
      'href',
      '/security-posture/findings?severity=critical&state=failing&owner=group%3Adefault%2Fpayments',
    );
    expect(within(payments).getByText('below commerce')).toBeInTheDocument();
  });

  it('closes a row by keyboard, and keeps that in the address', async () => {
    listen();
    renderPage();
    const close = await screen.findByRole('button', {
      name: 'Hide what is below Commerce',
    });
    close.focus();
    await userEvent.keyboard('{Enter}');
    expect(
      screen.getByRole('button', { name: 'Show what is below Commerce' }),
    ).toHaveAttribute('aria-expanded', 'false');
    const rows = (await table()).getAllByRole('rowheader');
    expect(rows).toHaveLength(2);
  });

  it('asks for what is below a row of a large hierarchy when it is opened', async () => {
    const [commerce, , , labs] = everyHierarchyRow();
    const asked = listen(
      aHierarchyAnswer({
        items: [commerce, labs],
        whole: false,
        total: 300,
        nextCursor: 'x',
      }),
    );
    renderPage();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show what is below Commerce',
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'storefront' }),
    ).toBeVisible();
    expect(asked.at(-1)).toContain('parents=group%3Adefault%2Fcommerce');
    expect(screen.getByText('1 to 2 of 300')).toBeVisible();
  });

  it('is sorted and searched on the server, table and matrix alike', async () => {
    const asked = listen();
    renderPage('/?order=nonsense&severities=nonsense');
    const header = await screen.findByRole('button', { name: 'Ready' });
    expect(
      (await table()).getByRole('columnheader', { name: 'Critical' }),
    ).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(header);
    await waitFor(() =>
      expect(asked.filter(text => text.includes('order=worst'))).toHaveLength(
        2,
      ),
    );
    expect(header.closest('th')).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.type(screen.getByRole('searchbox'), 'pay');
    await waitFor(() =>
      expect(asked.filter(text => text.includes('search=pay'))).toHaveLength(2),
    );
  });

  it('counts by control what fails, as links to the findings', async () => {
    listen();
    renderPage();
    const cell = await screen.findByRole('link', {
      name: 'Payments, A container may run as root: 3 of 4 services fail',
    });
    expect(cell).toHaveAttribute(
      'href',
      '/security-posture/findings?control=run-as-non-root&state=failing&owner=group%3Adefault%2Fpayments',
    );
    expect(
      screen.getByRole('link', {
        name: 'Payments, An image has known vulnerabilities: 0 of 3 services fail, 1 not evaluated',
      }),
    ).toHaveAttribute('href', expect.stringContaining('state=notEvaluated'));
    expect(screen.getByText(/2 more controls are not shown/)).toBeVisible();
  });

  it('leads on where a search or a choice of severities finds nothing', async () => {
    listen(
      aHierarchyAnswer({ items: [] }),
      aScopeMatrixAnswer({ columns: [], rows: [], moreColumns: 0 }),
    );
    renderPage('/?search=nobody&severities=low');
    expect(await screen.findByText('Nothing matches')).toBeVisible();
    expect(
      await screen.findByText('Nothing fails at these severities'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show all' })).toBeVisible();
  });

  it.each<[string, () => void, RegExp]>([
    [
      'nothing owns a service',
      () =>
        listen(
          aHierarchyAnswer({ items: [] }),
          aScopeMatrixAnswer({ rows: [], total: 0 }),
        ),
      /^No team owns a service yet/,
    ],
    [
      'it is forbidden',
      () =>
        server.use(
          refuseGet('scopes', 403, 'NotAllowedError'),
          refuseGet('scopes/matrix', 403, 'NotAllowedError'),
        ),
      /^You may not see/,
    ],
    [
      'the portal is gone',
      () => server.use(breakGet('scopes'), breakGet('scopes/matrix')),
      /^The portal could not be reached/,
    ],
  ])('has an answer where %s', async (_, prepare, title) => {
    prepare();
    renderPage();
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('keeps the table where only the matrix fails, and says partial', async () => {
    server.use(
      answerGet('scopes', { ...aHierarchyAnswer({ partial: true }) }),
      refuseGet('scopes/matrix', 500, 'Error'),
    );
    renderPage();
    expect(await table()).toBeDefined();
    expect(screen.getByText(/shows you a part/)).toBeVisible();
    expect(
      await screen.findByText('The posture could not be loaded'),
    ).toBeVisible();
  });

  it('takes names as they are, and says of systems what they are part of', async () => {
    const names = ['x'.repeat(253), 'فريق', '<b>bold</b>'];
    const rows = names.map((title, index) =>
      aHierarchyRow({
        ref: `system:default/s${index}`,
        parent: 'domain:default/sales',
        title,
        level: 0,
      }),
    );
    listen(aHierarchyAnswer({ items: rows }));
    renderPage('/', 'system');
    for (const title of names)
      expect(await screen.findByRole('link', { name: title })).toBeVisible();
    expect(screen.getAllByText('part of sales')).toHaveLength(3);
  });
});
