import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { anOverview, named } from '../../testing/overviewSamples';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { printedHead } from '../../__testUtils__/printedHead';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { OverviewPage } from './OverviewPage';

const server = startPortalServer();

/** Opens the page on an answer; resolves to the sections by their headings. */
async function open(over: Parameters<typeof anOverview>[0] = {}, path = '/') {
  server.use(answerGet('overview', anOverview(over)));
  const { container } = renderInPortal(<OverviewPage />, path);
  await screen.findAllByText('Coverage');
  const section = (title: string) =>
    within(screen.getByText(title, { selector: 'h2' }).closest('section')!);
  return { container, section };
}

describe('OverviewPage', () => {
  it('says first, in words, how many services are ready, and what that rests on', async () => {
    await open();
    expect(
      screen.getByText('9 of 24 services are ready for production'),
    ).toBeVisible();
    expect(
      screen.getByText(
        '9 are not ready, 3 are unknown for want of evidence and 3 have no posture.',
      ),
    ).toBeVisible();
    expect(screen.getByText('37 %')).toBeVisible();
    expect(screen.getByText('2 services in 30 days')).toBeVisible();
    expect(
      screen.getByLabelText(
        'Services that were ready over 30 days: 29 % at first, 37 % now',
      ),
    ).toBeVisible();
    const blocking = screen.getByText('Blocking findings').closest('section');
    expect(blocking).toHaveTextContent('2Critical15High');
    expect(blocking).toHaveTextContent('Oldest critical: 41 days ago');
    expect(screen.getByText('131 of 143 workloads scanned')).toBeVisible();
    expect(printedHead()).toContain('Control library 1.4.0, coverage 90%');
    expect(screen.getByText('2 of 3 clusters answer')).toBeVisible();
    expect(screen.queryByText(/shows you a part/)).not.toBeInTheDocument();
  });

  it('tells what to fix first by the services that become ready', async () => {
    const { section } = await open();
    const fixes = section('Fix first');
    expect(fixes.getByText('A container may run as root')).toBeVisible();
    const effect = fixes.getByText('9 to 15 of 24 services').closest('p');
    expect(effect).toHaveTextContent(
      'Makes payouts, cart, mailer, reports and 2 more ready: 9 to 15 of 24 services. 12 findings in 9 services of 5 teams.',
    );
    expect(fixes.getByText('payouts').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/component/payouts/security-posture',
    );
    expect(fixes.getByText('Open 9 services').closest('a')).toHaveAttribute(
      'href',
      '/security-posture/services?control=run-as-non-root&readiness=notReady',
    );
    expect(
      fixes.getByLabelText('See fix: A credential is in the environment'),
    ).toHaveAttribute(
      'href',
      '/security-posture/controls/secrets-in-environment',
    );
    expect(fixes.getByText('15 to 16 services')).toBeVisible();
    expect(fixes.getByText('stands in the way of 3 services')).toBeVisible();
  });

  it('has the numbers of its charts as tables', async () => {
    const { section } = await open();
    const findings = section('Open findings');
    expect(
      findings.getByText('62, down from 86 in 89 days', { selector: 'p' }),
    ).toBeVisible();
    await userEvent.click(findings.getByText('Show as table'));
    const [, latest] = findings.getAllByRole('row');
    expect(latest).toHaveTextContent('19 Nov');
    expect(latest).toHaveTextContent(/Critical2.*High17.*Medium30.*Low13/);
    const weeks = section('New and fixed per week');
    expect(weeks.getByText(/^12 new, 42 fixed in 12 weeks/)).toBeVisible();
    await userEvent.click(weeks.getByText('Show as table'));
    expect(weeks.getAllByRole('row')).toHaveLength(13);
  });

  it('lists the teams that stand worst, and says none only where something was judged', async () => {
    const { section } = await open();
    const teams = section('Teams');
    expect(teams.getByText('All teams').closest('a')).toHaveAttribute(
      'href',
      '/security-posture/teams',
    );
    const [, media, data, labs] = teams.getAllByRole('row');
    expect(media).toHaveTextContent(/Media.*0 of 3.*video-transcoder 36/);
    expect(data).toHaveTextContent(/Criticalnone.*High5/);
    expect(labs).toHaveTextContent('No score');
    expect(labs).not.toHaveTextContent('none');
  });

  it('names what was not looked at, each with its next step', async () => {
    const { section } = await open();
    const unseen = section('Not looked at');
    const items = unseen
      .getAllByRole('listitem')
      .map(item => item.textContent?.replace(/\s+/g, ' '));
    expect(items).toEqual([
      'Production US last answered 8 hr agoWhat it tells of search-indexer and image-resizer is old or missingSee cluster',
      'Too little of notifications was judgedits coverage is 87%, the gate asks for 90%See what is missing',
      '6 services are linked to no workloadfraud-rules, ads, beta, chat and 2 moreOpen 6 services',
      'cdn-purger is linked, but nothing runsits query finds no workload in any clusterSee query',
      '12 workloads belong to no servicenobody would see what fails on themFind owners',
    ]);
    expect(unseen.getByText('Open 6 services').closest('a')).toHaveAttribute(
      'href',
      '/security-posture/services?evidence=notMapped',
    );
  });

  it('is of the team that the address names, and asks for nothing else', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${API_URL}/overview`, ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(
          anOverview({ owner: 'group:default/payments' }),
        );
      }),
    );
    renderInPortal(<OverviewPage />, '/?owner=group:default/payments');
    expect(
      await screen.findByText(
        '9 of 24 services of payments are ready for production',
      ),
    ).toBeVisible();
    expect(asked).toEqual(['?owner=group%3Adefault%2Fpayments']);
    expect(
      screen.getByText('Open 9 services').closest('a')?.getAttribute('href'),
    ).toContain('owner=group%3Adefault%2Fpayments');
  });

  it('leads back from a team of which nothing is shown', async () => {
    server.use(
      http.get(`${API_URL}/overview`, ({ request }) =>
        new URL(request.url).search
          ? HttpResponse.json(
              {
                error: { name: 'NotFoundError', message: 'no such team' },
                request: { method: 'GET', url: '/v1/overview' },
                response: { statusCode: 404 },
              },
              { status: 404 },
            )
          : HttpResponse.json(anOverview()),
      ),
    );
    renderInPortal(<OverviewPage />, '/?owner=group:default/nobody');
    await userEvent.click(await screen.findByText('Show all teams'));
    expect(await screen.findByText(/^9 of 24 services/)).toBeVisible();
  });

  it('says that it is partial, and hides what it does not know', async () => {
    const { section } = await open({
      partial: true,
      trend: [],
      weeks: [{ from: '2026-11-16', opened: 0, fixed: 0 }],
      teams: { total: 0, items: [] },
      fixes: [],
      notLookedAt: { entities: [], requiredCoverage: 0.9 },
    });
    expect(screen.getByText(/shows you a part/)).toBeVisible();
    expect(screen.queryByText(/in 30 days/)).not.toBeInTheDocument();
    for (const [title, words] of [
      ['Fix first', 'Nothing blocks a service'],
      ['Open findings', 'Too young for a trend'],
      ['New and fixed per week', 'Nothing new, nothing fixed'],
      ['Teams', 'No team owns a service'],
      ['Not looked at', 'Everything was looked at'],
    ])
      expect(section(title).getByText(words)).toBeVisible();
  });

  it('tells of old services where it may not tell of their clusters', async () => {
    const { section } = await open({
      notLookedAt: {
        entities: [{ evidence: 'stale', ...named(1, 'search-indexer') }],
        requiredCoverage: 0.9,
      },
    });
    expect(
      section('Not looked at').getByText('search-indexer rests on an old scan'),
    ).toBeVisible();
  });

  it('counts nothing where there is nothing, and leads on', async () => {
    await open({
      entities: { total: 0, ready: 0, notReady: 0, unknown: 0, noPosture: 0 },
      workloads: { swept: 0, known: 0, owned: 0 },
      clusters: { total: 0, answering: 0 },
    });
    expect(screen.getByText('No service has a posture yet')).toBeVisible();
    expect(screen.getByText('No cluster is connected')).toBeVisible();
    expect(screen.getByText(/backstage.io\/kubernetes-id/)).toBeVisible();
    expect(screen.queryByText(/\b0\b/)).not.toBeInTheDocument();
  });

  it('says that nothing was judged, never that nothing was found', async () => {
    const { section } = await open({
      entities: { total: 2, ready: 0, notReady: 0, unknown: 0, noPosture: 2 },
      fixes: [],
    });
    const fixes = section('Fix first');
    expect(fixes.getByText('Nothing was judged yet')).toBeVisible();
    expect(screen.queryByText('None critical')).not.toBeInTheDocument();
  });

  it('draws names as they are, however long or strange', async () => {
    const long = `${'x'.repeat(252)}z`;
    const { section } = await open({
      fixes: [
        {
          ...anOverview().fixes[0],
          makesReady: {
            total: 3,
            items: [
              { entityRef: `component:default/${long}` },
              { entityRef: 'component:default/a', title: '<b>bold</b>' },
              { entityRef: 'component:default/b', title: 'שירות תשלומים' },
            ],
          },
        },
      ],
    });
    const fixes = section('Fix first');
    for (const name of [long, '<b>bold</b>', 'שירות תשלומים'])
      expect(fixes.getByText(name).tagName).toBe('BDI');
  });

  it.each([
    ['the user may not see postures', 403, 'NotAllowedError'],
    ['the portal has no backend of the plugin', 404, 'Error'],
    ['the backend failed', 500, 'InternalServerError'],
  ])('says once that %s', async (_, status, name) => {
    server.use(refuseGet('overview', status, name));
    renderInPortal(<OverviewPage />);
    const words = {
      403: /security-posture\.posture\.read/,
      404: /add the plugin security-posture to its backend/,
      500: /InternalServerError of/,
    }[status]!;
    expect(await screen.findAllByText(words)).toHaveLength(1);
  });

  it('keeps its shape while it loads', async () => {
    server.use(
      http.get(`${API_URL}/overview`, () => new Promise<never>(() => {})),
    );
    renderInPortal(<OverviewPage />);
    expect(await screen.findByText('Loading the overview')).toBeInTheDocument();
    expect(screen.queryByText(/ready for production/)).not.toBeInTheDocument();
  });

  it('passes axe', async () => {
    const { container } = await open();
    expect(await violationsIn(container)).toEqual([]);
  });
});
