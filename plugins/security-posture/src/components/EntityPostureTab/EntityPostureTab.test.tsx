import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type {
  EntityPosture,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import {
  answerPosture,
  ENTITY_PATH,
  renderForEntity,
} from '../../__testUtils__/entityPage';
import {
  answerGet,
  API_URL,
  refuseGet,
  startPortalServer,
} from '../../__testUtils__/portal';
import { printedHead } from '../../__testUtils__/printedHead';
import { violationsIn } from '../../__testUtils__/violationsIn';
import {
  aFinding,
  aPageOf,
  aPosture,
  aScan,
  EMPTY_POSTURES,
  JUDGED_POSTURES,
  minutesAgo,
  sampleNotes,
} from '../../testing/samples';
import { EntityPostureTab } from './EntityPostureTab';

const server = startPortalServer();

type ClustersFrom = NonNullable<
  EntityPosture['mapping']['query']
>['clustersFrom'];

/** A whole page in jsdom takes seconds on a busy machine. */
jest.setTimeout(30_000);

/** Renders the tab and answers with the requests that it makes. */
async function renderTab(posture: EntityPosture, path = '/') {
  const requests: string[] = [];
  server.events.removeAllListeners();
  server.events.on('request:start', ({ request }) => {
    const { pathname, search } = new URL(request.url);
    requests.push(`${request.method} ${pathname}${search}`);
  });
  server.use(answerPosture(posture));
  const view = renderForEntity(<EntityPostureTab />, path);
  await screen.findAllByRole('heading');
  return { container: view.container, requests };
}

const POSTURE_REQUEST = `GET /api/security-posture/v1/${ENTITY_PATH}/posture`;
const TREND_REQUEST =
  'GET /api/security-posture/v1/trends?scope=entity&ref=component%3Adefault%2Fpayments-api&days=90&marks=true';

const rowOf = (name: string) => screen.getByRole('button', { name });

describe('EntityPostureTab', () => {
  it('says first the verdict, then what to fix, then the findings', async () => {
    const { container, requests } = await renderTab(aPosture());
    const headings = screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Not ready for production',
      'Fix first',
      '9 open findings',
      'Why 16',
      '90 days',
      'Clusters',
      'Mapping',
    ]);
    expect(requests).toEqual([POSTURE_REQUEST, TREND_REQUEST]);
    expect(printedHead()).toMatch(/\nControl library 0\.1\.0, coverage \d+%$/);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each(Object.entries(JUDGED_POSTURES))(
    'has no barrier where the posture is %s',
    async (_, posture) => {
      server.use(answerGet('scans/scan-1', { ...aScan() }));
      const { container } = await renderTab(posture());
      expect(await violationsIn(container)).toEqual([]);
    },
  );

  it.each<[keyof typeof EMPTY_POSTURES, string, boolean]>([
    ['notMapped', 'No workload is linked', false],
    ['noWorkloads', 'Linked, but nothing runs', true],
    ['neverScanned', 'Not scanned yet', true],
    ['unreachable', 'No cluster answers', true],
    ['needsUserCredentials', 'lab admits users only', false],
    ['noClusters', 'No cluster is connected', false],
  ])('explains the state %s', async (state, title, scannable) => {
    const { container } = await renderTab(EMPTY_POSTURES[state]());
    expect(
      screen.getByRole('heading', { level: 2, name: title }),
    ).toBeVisible();
    const buttons = screen.queryAllByRole('button', {
      name: /Rescan|Scan now/,
    });
    expect(buttons).toHaveLength(scannable ? 1 : 0);
    expect(printedHead()).not.toContain('library');
    expect(await violationsIn(container)).toEqual([]);
  });

  describe('Fix first', () => {
    it('opens the first fix only, with why, where and effect', async () => {
      await renderTab(aPosture());
      const stack = within(screen.getByRole('region', { name: 'Fix first' }));
      expect(
        stack
          .getAllByRole('button', { name: /workloads/ })
          .map(button => button.getAttribute('aria-expanded')),
      ).toEqual(['true', 'false', 'false']);
      expect(stack.getByText('16 to 50')).toBeVisible();
      expect(stack.getByText('grade F to D')).toBeVisible();
      expect(stack.getByText('3 of 3 high less')).toBeVisible();
      expect(stack.getByText(/can take over the node/)).toBeVisible();
      expect(stack.getByText('container "agent" is privileged')).toBeVisible();
    });

    it('copies the patch in the form that is shown', async () => {
      const user = userEvent.setup();
      const write = jest.spyOn(navigator.clipboard, 'writeText');
      await renderTab(aPosture());
      const stack = within(screen.getByRole('region', { name: 'Fix first' }));
      await user.click(stack.getByRole('tab', { name: 'kubectl' }));
      await user.click(stack.getByRole('button', { name: 'Copy' }));
      expect(write).toHaveBeenCalledWith(
        expect.stringContaining(
          'kubectl patch deployment/payments-api --namespace payments',
        ),
      );
      expect(
        await stack.findByRole('button', { name: 'Copied' }),
      ).toBeVisible();
    });

    it('opens its finding in the list, whatever was filtered', async () => {
      const scroll = jest.fn();
      Element.prototype.scrollIntoView = scroll;
      await renderTab(aPosture(), '/?severity=low');
      const stack = within(screen.getByRole('region', { name: 'Fix first' }));
      await userEvent.click(
        stack.getByRole('button', { name: 'Open finding' }),
      );
      expect(rowOf('A container runs privileged')).toHaveAttribute(
        'aria-expanded',
        'true',
      );
      expect(scroll).toHaveBeenCalled();
    });

    it('says that copying was refused', async () => {
      const user = userEvent.setup();
      jest
        .spyOn(navigator.clipboard, 'writeText')
        .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
      await renderTab(aPosture());
      const stack = within(screen.getByRole('region', { name: 'Fix first' }));
      await user.click(stack.getByRole('button', { name: 'Copy' }));
      expect(
        await stack.findByRole('button', {
          name: 'Not copied: select the text instead',
        }),
      ).toBeVisible();
    });
  });

  describe('findings', () => {
    it('lists one row for each control, the gravest first', async () => {
      await renderTab(aPosture());
      expect(rowOf('A container runs as root').closest('tr')).toHaveTextContent(
        /High.*3 of 5 workloads.*prod-eu, staging/,
      );
      expect(
        screen.getByText(
          'Follows from “A container runs privileged”, ends with it',
        ),
      ).toBeVisible();
    });

    it('opens a row to its places, the marked line and its references', async () => {
      await renderTab(aPosture());
      await userEvent.click(rowOf('A container runs as root'));
      const places = within(
        screen.getByRole('table', { name: 'Where it fails' }),
      );
      expect(places.getAllByRole('row')).toHaveLength(4);
      expect(places.getAllByText('1 or more')).toHaveLength(3);
      const excerpt = screen.getByRole('group', {
        name: 'The failing field of deploy/payments-worker, prod-eu',
      });
      expect(excerpt).toHaveTextContent(
        'Fails here: runAsUser: 0 # expected: 1 or more',
      );
      expect(screen.getByText('5.2.2', { exact: false })).toBeVisible();
      await userEvent.click(
        places.getByRole('button', { name: 'cronjob/settlement-export' }),
      );
      expect(
        screen.getByRole('group', {
          name: 'The failing field of cronjob/settlement-export, prod-eu',
        }),
      ).toBeVisible();
    });

    it('opens any row to why and fix, and asks for nothing', async () => {
      const { requests } = await renderTab(
        aPosture(),
        '/?finding=readonly-payments-api',
      );
      const row = rowOf('The root file system of a container is writable');
      expect(row).toHaveAttribute('aria-expanded', 'true');
      expect(
        within(row.closest('tbody')!).getByText(/can take over the node/),
      ).toBeVisible();
      expect(requests).toEqual([POSTURE_REQUEST, TREND_REQUEST]);
    });

    it('folds notes under one row at the end, and counts them apart', async () => {
      const { container } = await renderTab(JUDGED_POSTURES.withNotes());
      expect(
        screen.getByRole('heading', { name: '9 open findings and 5 notes' }),
      ).toBeVisible();
      expect(
        screen.queryByRole('button', { name: 'A container runs as a low UID' }),
      ).not.toBeInTheDocument();
      const fold = rowOf('5 notes of severity info');
      expect(fold).toHaveAttribute('aria-expanded', 'false');
      expect(fold.closest('tbody')?.nextElementSibling).toBeNull();
      await userEvent.click(fold);
      expect(fold).toHaveAttribute('aria-expanded', 'true');
      const note = rowOf('A container runs as a low UID');
      expect(note.closest('tr')).toHaveTextContent('3 of 5 workloads');
      await userEvent.click(note);
      expect(note).toHaveAttribute('aria-expanded', 'true');
      expect(await violationsIn(container)).toEqual([]);
      await userEvent.click(fold);
      expect(note).not.toBeInTheDocument();
      expect(fold).toHaveAttribute('aria-expanded', 'false');
    });

    it.each([
      ['a link names one of them', '/?finding=uid-2'],
      ['the filter asks for them', '/?severity=info'],
    ])('shows notes where %s', async (_, path) => {
      await renderTab(JUDGED_POSTURES.withNotes(), path);
      expect(rowOf('A container runs as a low UID')).toBeVisible();
      expect(rowOf('An image is not named by its digest')).toBeVisible();
    });

    it('speaks of notes alone where nothing else is open', async () => {
      await renderTab(aPosture({ findings: aPageOf(sampleNotes()) }));
      expect(screen.getByRole('heading', { name: '5 notes' })).toBeVisible();
    });

    it('says of notes that more may follow, while not all findings are here', async () => {
      const notes = sampleNotes();
      await renderTab(
        aPosture({
          findings: { items: notes.slice(0, 3), total: 5, notes: 5 },
        }),
      );
      expect(screen.getByRole('heading', { name: '5 notes' })).toBeVisible();
      expect(rowOf('3 notes of severity info loaded so far')).toBeVisible();
    });

    it('groups by object', async () => {
      await renderTab(aPosture());
      await userEvent.click(screen.getByRole('radio', { name: 'By object' }));
      const row = screen
        .getAllByRole('button', { name: 'deploy/payments-worker' })[0]
        .closest('tr');
      expect(row).toHaveTextContent(/2 findings/);
    });

    it('says in its row why a control could not be judged', async () => {
      const unjudged = (key: string, reason: FindingView['reason']) =>
        aFinding({
          key,
          control: 'image-exposed-secrets',
          title: 'Images hold no credentials',
          outcome: 'notEvaluated',
          reason,
          violations: [],
        });
      const aRowOf = async (...items: FindingView[]) => {
        await renderTab(aPosture({ findings: aPageOf(items) }));
        return rowOf('Images hold no credentials').closest('tr');
      };
      expect(await aRowOf(unjudged('a', 'staleReport'))).toHaveTextContent(
        'Not evaluated: the report of another tool is too old.',
      );
      cleanup();
      expect(
        await aRowOf(unjudged('a', 'staleReport'), unjudged('b', 'noReport')),
      ).not.toHaveTextContent('Not evaluated:');
    });

    it('tells the vulnerabilities of one report apart, and offers no patch', async () => {
      const report = 'VulnerabilityReport payments/web';
      await renderTab(
        aPosture({
          fixFirst: [],
          findings: aPageOf([
            aFinding({
              patch: undefined,
              violations: ['CVE-1 tar', 'CVE-2 zlib'].map(field => ({
                path: report,
                field,
                message: field,
                expected: 'a newer version',
              })),
            }),
          ]),
        }),
        '/?finding=privileged-1',
      );
      const places = await screen.findByRole('table', {
        name: 'Where it fails',
      });
      expect(
        within(places).getByRole('cell', { name: `${report} CVE-2 zlib` }),
      ).toBeVisible();
      expect(screen.getByText(/^There is no ready patch/)).toBeVisible();
      expect(screen.queryByRole('heading', { name: 'Patch' })).toBeNull();
    });

    it('narrows by what the address says, and clears it', async () => {
      await renderTab(aPosture(), '/?severity=low&search=worker');
      const row = rowOf('The root file system of a container is writable');
      expect(row.closest('tr')).toHaveTextContent('1 of 5 workloads');
      expect(
        screen.queryByRole('button', { name: 'A container runs as root' }),
      ).not.toBeInTheDocument();
      await userEvent.click(
        screen.getByRole('button', { name: 'Clear filters' }),
      );
      expect(rowOf('A container runs as root')).toBeVisible();
    });

    it('says that nothing matches', async () => {
      await renderTab(aPosture(), '/?search=nothing-of-the-kind');
      expect(
        screen.getByText('No open finding matches these filters.'),
      ).toBeVisible();
    });

    it('searches as one types', async () => {
      await renderTab(aPosture());
      await userEvent.type(
        screen.getByRole('searchbox', { name: 'Search' }),
        'capabilities',
      );
      expect(
        screen
          .getAllByRole('button', { expanded: false })
          .map(b => b.textContent),
      ).toContain('A container keeps capabilities that it was not given');
      expect(
        screen.queryByRole('button', { name: 'A container runs as root' }),
      ).not.toBeInTheDocument();
    });

    it('loads what the posture did not bring only when asked to', async () => {
      const all = aPosture().findings.items;
      server.use(answerGet(`${ENTITY_PATH}/findings`, { ...aPageOf(all) }));
      const { requests } = await renderTab(
        aPosture({ findings: { items: all.slice(0, 4), total: 9, notes: 0 } }),
      );
      expect(requests).toEqual([POSTURE_REQUEST, TREND_REQUEST]);
      expect(screen.getByText(/4 of 9 findings are loaded/)).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: 'Load more findings' }),
      );
      expect(
        await screen.findByRole('button', {
          name: 'The root file system of a container is writable',
        }),
      ).toBeVisible();
      expect(requests[2]).toBe(
        `GET /api/security-posture/v1/${ENTITY_PATH}/findings?outcomes=fail%2CnotEvaluated&limit=200`,
      );
      expect(screen.queryByText(/findings are loaded/)).not.toBeInTheDocument();
    });

    it('lets the server narrow where not all findings are here', async () => {
      server.use(
        answerGet(`${ENTITY_PATH}/findings`, {
          ...aPageOf([
            aFinding({ key: 'far', severity: 'low', title: 'Far away' }),
          ]),
        }),
      );
      const { requests } = await renderTab(
        aPosture({ findings: { items: [aFinding()], total: 90, notes: 0 } }),
        '/?severity=low',
      );
      expect(
        await screen.findByRole('button', { name: 'Far away' }),
      ).toBeVisible();
      expect(requests[1]).toContain('severities=low');
    });
  });

  describe('a link to a finding', () => {
    it('opens it cold', async () => {
      await renderTab(aPosture(), '/?finding=root-2');
      expect(
        screen.getByRole('group', {
          name: 'The failing field of cronjob/settlement-export, prod-eu',
        }),
      ).toBeVisible();
    });

    it('shows a finding that filters hide, and says so', async () => {
      await renderTab(aPosture(), '/?finding=root-2&severity=low');
      const panel = within(
        screen.getByRole('region', { name: 'A container runs as root' }),
      );
      expect(
        panel.getByText('The filters hide this finding from the list.'),
      ).toBeVisible();
      await userEvent.click(panel.getByRole('button', { name: 'Close' }));
      expect(
        screen.queryByRole('region', { name: 'A container runs as root' }),
      ).not.toBeInTheDocument();
    });

    it('asks for a finding that is not in the list', async () => {
      server.use(
        answerGet('findings/far', {
          ...aFinding({ key: 'far', title: 'Far away' }),
        }),
      );
      const { requests } = await renderTab(aPosture(), '/?finding=far');
      expect(
        await screen.findByRole('region', { name: 'Far away' }),
      ).toBeVisible();
      expect(requests).toHaveLength(2);
    });

    it.each([
      ['closed or unknown', 404, 'NotFoundError'],
      ['named by half a link', 400, 'InputError'],
    ])('says that a finding is %s', async (_, status, name) => {
      server.use(refuseGet('findings/gone', status, name));
      const { container } = await renderTab(aPosture(), '/?finding=gone');
      expect(await screen.findByText('This finding is not open')).toBeVisible();
      expect(await violationsIn(container)).toEqual([]);
    });

    it.each<[FindingView['closedBecause'], string]>([
      ['passed', 'the control passes'],
      ['notApplicable', 'the control has nothing to judge any more'],
      ['changed', 'the control says something else now'],
      ['subjectGone', 'what it was about is gone'],
    ])('says that a finding is closed: %s', async (closedBecause, why) => {
      const closedAt = minutesAgo(3 * 60);
      server.use(
        answerGet('findings/closed', {
          ...aFinding({ key: 'closed', closedAt, closedBecause }),
        }),
      );
      const { container } = await renderTab(aPosture(), '/?finding=closed');
      const panel = await screen.findByRole('region', {
        name: 'A container runs privileged',
      });
      expect(panel).toHaveTextContent(`Closed 3 hr ago: ${why}`);
      expect(panel).toHaveTextContent('deploy/payments-api, prod-eu');
      expect(panel).not.toHaveTextContent('not open');
      expect(within(panel).queryByRole('table')).not.toBeInTheDocument();
      expect(await violationsIn(container)).toEqual([]);
    });
  });

  describe('Rescan', () => {
    it('shows the progress, then asks for the posture again', async () => {
      const scans = [aScan(), aScan({ state: 'finished', clusters: [] })];
      server.use(
        http.post(`${API_URL}/${ENTITY_PATH}/scan`, () =>
          HttpResponse.json({ ...scans[0] }, { status: 202 }),
        ),
        http.get(`${API_URL}/scans/scan-1`, () =>
          HttpResponse.json({
            ...(scans.length > 1 ? scans.shift() : scans[0]),
          }),
        ),
      );
      await renderTab(JUDGED_POSTURES.notReady());
      server.use(answerPosture(JUDGED_POSTURES.ready()));
      await userEvent.click(screen.getByRole('button', { name: 'Rescan' }));
      expect(
        await screen.findByText('Scanning prod-eu, cluster 1 of 2'),
      ).toHaveRole('status');
      expect(
        await screen.findByRole(
          'heading',
          { name: 'Ready for production' },
          { timeout: 8000 },
        ),
      ).toBeVisible();
      expect(screen.getByText('The scan has finished')).toBeVisible();
    });

    it('says why a scan was refused', async () => {
      server.use(
        http.post(`${API_URL}/${ENTITY_PATH}/scan`, () =>
          HttpResponse.json(
            { error: { name: 'NotAllowedError', message: 'no' } },
            { status: 403 },
          ),
        ),
      );
      await renderTab(aPosture());
      await userEvent.click(screen.getByRole('button', { name: 'Rescan' }));
      expect(await screen.findByText(/You may not ask for a scan/)).toHaveRole(
        'status',
      );
    });
  });

  it('keeps the last posture where the next answer fails, and says so', async () => {
    server.use(
      http.post(`${API_URL}/${ENTITY_PATH}/scan`, () =>
        HttpResponse.json({ ...aScan() }, { status: 202 }),
      ),
      answerGet('scans/scan-1', { ...aScan({ state: 'finished' }) }),
    );
    await renderTab(aPosture());
    server.use(refuseGet(`${ENTITY_PATH}/posture`, 500, 'InternalServerError'));
    await userEvent.click(screen.getByRole('button', { name: 'Rescan' }));
    expect(
      await screen.findByText(
        'Shown below is the last answer.',
        {},
        { timeout: 8000 },
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Not ready for production' }),
    ).toBeVisible();
    server.use(answerPosture(JUDGED_POSTURES.ready()));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'Ready for production' }),
    ).toBeVisible();
  });

  it('unfolds the mapping where it is what to look at', async () => {
    const { container } = await renderTab(EMPTY_POSTURES.notMapped());
    expect(screen.getByText('0 workloads with the labels')).toBeVisible();
    expect(screen.getByText('Add to catalog-info.yaml')).toBeVisible();
    expect(container).toHaveTextContent('deploy/payments-api');
  });

  it('says why an entity may run in no cluster, and what to add', async () => {
    const { container } = await renderTab(EMPTY_POSTURES.noClusterAllowed());
    const mapping = screen.getByRole('region', { name: 'Mapping' });
    expect(mapping).toHaveTextContent(
      'It may run in no cluster: it depends on no cluster in the catalog.',
    );
    expect(mapping).toHaveTextContent(
      '0 workloads in the scanned clusters it may run in',
    );
    expect(mapping).toHaveTextContent('- resource:default/prod-eu');
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each<[ClustersFrom, string]>([
    ['all', 'the portal has none'],
    [
      'annotation',
      'its annotation backstage.io/kubernetes-cluster names none of the portal',
    ],
    ['relation', 'it depends on no cluster in the catalog'],
  ])('says why there is no cluster: %s', async (clustersFrom, why) => {
    const posture = EMPTY_POSTURES.noClusterAllowed();
    const { mapping } = posture;
    await renderTab({
      ...posture,
      mapping: { ...mapping, query: { ...mapping.query!, clustersFrom } },
    });
    expect(
      screen.getAllByText(`It may run in no cluster: ${why}.`),
    ).toHaveLength(2);
  });

  it('says why there is no score, and which cluster told only a part', async () => {
    await renderTab(JUDGED_POSTURES.scannedInPart());
    const score = screen.getByText('Score', { selector: 'dt' }).closest('div');
    expect(score).toHaveTextContent('No scoreLess than half could be judged');
    expect(score).not.toHaveTextContent(/days ago/);
    expect(
      screen.getByText(
        'Production EU could be scanned in part only: the API server refused to show what is needed. What was known of the rest is kept and marked stale.',
      ),
    ).toBeVisible();
    const clusters = within(screen.getByRole('region', { name: 'Clusters' }));
    expect(
      clusters.getByRole('row', { name: /Production EU.*Scanned in part/ }),
    ).toBeVisible();
  });

  it('says one thing of a cluster that told only a part for too long', async () => {
    const posture = JUDGED_POSTURES.scannedInPart();
    await renderTab({
      ...posture,
      reasons: [
        ...posture.reasons,
        { kind: 'staleCluster', cluster: 'prod-eu', reason: 'forbidden' },
      ],
    });
    expect(screen.getByText(/could be scanned in part only/)).toBeVisible();
    expect(screen.queryByText(/cannot be scanned/)).not.toBeInTheDocument();
  });

  it('marks the clusters that are silent', async () => {
    await renderTab(JUDGED_POSTURES.stale());
    const clusters = within(screen.getByRole('region', { name: 'Clusters' }));
    expect(
      clusters.getByRole('row', { name: /prod-us.*Does not answer/ }),
    ).toHaveTextContent(/went silent 8 hr ago/);
  });
});
