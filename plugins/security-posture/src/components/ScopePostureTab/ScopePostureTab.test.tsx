import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ScopeDetails } from 'backstage-plugin-security-posture-common';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { printedHead } from '../../__testUtils__/printedHead';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aChangesAnswer } from '../../testing/changeSamples';
import { anEntitiesAnswer } from '../../testing/organisationSamples';
import {
  aScopeDay,
  aScopeDetails,
  aScopeRow,
} from '../../testing/scopeSamples';
import { ScopePostureTab } from './ScopePostureTab';

const server = startPortalServer();

const GROUP = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { namespace: 'default', name: 'payments' },
  spec: { type: 'team', children: [] },
};

const PATH = 'scopes/group/default/payments';

function listen(details: ScopeDetails = aScopeDetails()) {
  const asked: string[] = [];
  server.use(
    http.get(`${API_URL}/${PATH}`, () => {
      asked.push('scope');
      return HttpResponse.json(details);
    }),
    http.get(`${API_URL}/entities`, ({ request }) => {
      asked.push(`entities${new URL(request.url).search}`);
      return HttpResponse.json(anEntitiesAnswer());
    }),
  );
  return asked;
}

function renderTab(path = '/') {
  return renderInPortal(
    <EntityProvider entity={GROUP}>
      <ScopePostureTab />
    </EntityProvider>,
    path,
  );
}

async function factOf(term: string) {
  const [found] = (await screen.findAllByText(term)).filter(
    each => each.tagName === 'DT',
  );
  return found.nextElementSibling;
}

describe('ScopePostureTab', () => {
  it('says first how many members are ready and which stands lowest, asking for two things', async () => {
    const asked = listen();
    const { container } = renderTab();
    const verdict = await screen.findByRole('heading', {
      name: '2 of 6 services are ready for production',
    });
    expect(verdict.nextElementSibling).toHaveTextContent(
      '2 are not ready and 2 have no posture. Payments API stands lowest, with 33 of 100.',
    );
    const members = await screen.findByRole('heading', {
      name: 'Services, worst first',
    });
    expect(members).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Ledger' })).toBeVisible();
    expect(printedHead()).toMatch(/\nControl library 1\.4\.0, coverage \d+%$/);
    expect(asked.sort()).toEqual([
      'entities?owner=group%3Adefault%2Fpayments&order=worst&limit=50',
      'scope',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says its numbers, each as a link to what is behind it', async () => {
    listen();
    renderTab();
    expect(await factOf('Lowest score')).toHaveTextContent(/33/);
    expect(await factOf('Oldest critical')).toHaveTextContent('6 days ago');
    expect(await factOf('Exempted findings')).toHaveTextContent('1');
    const open = within((await factOf('Open findings')) as HTMLElement);
    expect(open.getByRole('link', { name: /4.*High/ })).toHaveAttribute(
      'href',
      '/security-posture/findings?severity=high&state=failing&owner=group%3Adefault%2Fpayments',
    );
  });

  it('never says none where nothing was judged', async () => {
    const scope = aScopeRow({
      members: { total: 2, ready: 0, notReady: 0, unknown: 0, noPosture: 2 },
      lowest: undefined,
      p10: null,
      coverage: null,
      ready30d: null,
    });
    listen(aScopeDetails({ scope, trend: [] }));
    renderTab();
    expect(await factOf('Open findings')).toHaveTextContent('not judged');
    expect(await factOf('Lowest score')).toHaveTextContent('No score');
    expect(screen.getByText(/Less than two days are known/)).toBeVisible();
  });

  it('tells 90 days in a sentence, and the days that differ as a table', async () => {
    listen(
      aScopeDetails({
        trend: [
          aScopeDay('2026-08-22', 3),
          aScopeDay('2026-08-23', 3),
          aScopeDay('2026-11-19', 2),
        ],
      }),
    );
    renderTab();
    expect(
      await screen.findByText(
        '2 of 4 judged services have no critical or high finding that counts; 3 of 4 on 22 Aug.',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const days = within(
      screen.getByRole('table', { name: /without a blocking finding/ }),
    ).getAllByRole('rowheader');
    expect(days.map(day => day.querySelector('time')?.dateTime)).toEqual([
      '2026-11-19',
      '2026-08-22',
    ]);
  });

  it('opens the comparison that the address names', async () => {
    listen();
    server.use(answerGet(`${PATH}/changes`, { ...aChangesAnswer() }));
    renderTab('/?compare=2026-11-12..2026-11-19');
    expect(
      await screen.findByRole('dialog', { name: 'Compare two days' }),
    ).toBeVisible();
  });

  it.each([
    [
      'nothing belongs to it',
      404,
      'NotFoundError',
      'Nothing here has a posture',
    ],
    ['it is forbidden', 403, 'NotAllowedError', 'You may not see this posture'],
    ['the backend fails', 500, 'Error', 'The posture could not be loaded'],
  ])('has an answer where %s', async (_, status, name, title) => {
    server.use(refuseGet(PATH, status, name));
    renderTab();
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });
});
