import { http, HttpResponse } from 'msw';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useApi } from '@backstage/core-plugin-api';
import {
  API_URL,
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { securityPostureApiRef } from '../../api';
import { useUrlState } from '../../routing';
import {
  aChangesAnswer,
  aFindingRow,
  aPastScore,
} from '../../testing/changeSamples';
import { NONE_EXEMPTED } from '../../testing/samples';
import { CompareButton, ComparisonPanel } from '.';

const CHANGES = 'clusters/prod-eu/changes';
const DEFAULTS = { compare: '' };

/** As a cluster's page draws it. */
function ComparingPage() {
  const api = useApi(securityPostureApiRef);
  const [{ compare }, change] = useUrlState(DEFAULTS);
  const onChange = (value: string) => change({ compare: value });
  return (
    <>
      <CompareButton onCompare={onChange} />
      <ComparisonPanel
        subject="prod-eu"
        id="cluster:prod-eu"
        value={compare}
        onChange={onChange}
        load={query => api.getClusterChanges('prod-eu', query)}
        exportOf={{ scope: 'cluster', ref: 'prod-eu' }}
        links={{ finding: key => `/findings?finding=${key}` }}
      />
    </>
  );
}

function open(compare = '2026-11-12..2026-11-19') {
  renderInPortal(<ComparingPage />, `/?compare=${compare}`);
  return screen.findByRole('dialog');
}

/** The words of the exports that are offered. */
function exportsOffered() {
  return screen
    .queryAllByRole('button', { name: /^Export/ })
    .map(({ textContent }) => textContent);
}

/** The cells of the row that a word names. */
function cellsOf(row: string) {
  const header = screen.getByRole('rowheader', { name: row });
  return within(header.closest('tr')!)
    .getAllByRole('cell')
    .map(cell => cell.textContent);
}

const server = startPortalServer();

describe('ComparisonPanel', () => {
  beforeAll(() => {
    jest.useFakeTimers({
      now: Date.parse('2026-11-19T10:14:00Z'),
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'nextTick'],
    });
  });

  afterAll(() => jest.useRealTimers());

  it('opens from its address with figures, findings, workloads and events', async () => {
    server.use(answerGet(CHANGES, { ...aChangesAnswer() }));
    const panel = await open();
    expect(await screen.findByText('1 opened')).toBeVisible();
    expect(exportsOffered()).toEqual(['Export 12 Nov 2026']);
    expect(cellsOf('Score')).toEqual(['65', '33', '32']);
    expect(cellsOf('Coverage')).toEqual(['96%', '90%', '6']);
    expect(screen.getAllByLabelText('down')).toHaveLength(3);
    expect(cellsOf('Open, critical')).toEqual(['0', '1', '1']);
    expect(cellsOf('Workloads')).toEqual(['4', '5', '+1']);
    expect(
      screen.getByRole('link', { name: 'A container is privileged' }),
    ).toHaveAttribute('href', '/findings?finding=privileged-1');
    expect(panel).toHaveTextContent('13 Nov, Newly failing');
    expect(panel).toHaveTextContent('Before: container "job" runs as user 0');
    expect(panel).toHaveTextContent('1 new workload');
    expect(panel).toHaveTextContent(
      'Image of deploy/payments-api in prod-eu: payments/agent:1 to payments/agent:2',
    );
    expect(await violationsIn(panel)).toEqual([]);
  });

  it.each([
    ['opened', 'opened', 'notEvaluated', 'Not evaluated'],
    ['changed', 'changed', 'notEvaluated', 'Not evaluated for another reason'],
    ['closed', 'passed', 'notEvaluated', 'Evaluated, and passes'],
    ['closed', 'workloadGone', 'notEvaluated', 'Went with its workload'],
    ['changed', 'changed', 'fail', 'Evaluated, and fails'],
  ] as const)(
    'never says that what could not be judged failed or was fixed: %s, %s, then %s',
    async (change, because, then, said) => {
      const before = aFindingRow({ outcome: 'notEvaluated' });
      const item = {
        change,
        because,
        at: '2026-11-15T12:00:00Z',
        finding: { ...before, outcome: then },
        ...(change === 'changed' ? { before } : {}),
      };
      const findings = {
        items: [item],
        counts: { opened: 0, closed: 0, changed: 0, [change]: 1 },
      };
      server.use(answerGet(CHANGES, { ...aChangesAnswer(), findings }));
      const panel = await open();
      await waitFor(() => expect(panel).toHaveTextContent(`15 Nov, ${said}`));
      expect(panel).not.toHaveTextContent(/Nov, (Fixed|Newly failing)/);
    },
  );

  it('offers the export of each of the days that is over', async () => {
    server.use(answerGet(CHANGES, { ...aChangesAnswer() }));
    await open('2026-11-12..2026-11-18');
    await screen.findByText('1 opened');
    expect(exportsOffered()).toEqual([
      'Export 12 Nov 2026',
      'Export 18 Nov 2026',
    ]);
  });

  it('compares no scores of two libraries', async () => {
    const scoreTo = aPastScore({ library: '0.2.0' });
    server.use(answerGet(CHANGES, { ...aChangesAnswer({ scoreTo }) }));
    await open();
    expect(
      await screen.findByText(
        'Scores were measured with library 0.1.0, profile workload@1 and then with library 0.2.0, profile workload@1, so they are not compared.',
      ),
    ).toBeVisible();
    expect(cellsOf('Score')).toEqual(['65', '65', '']);
    expect(cellsOf('Open, high')).toEqual(['3', '3', '±0']);
  });

  it('says where only scores and counts are left', async () => {
    const { scoreFrom, scoreTo, from, to } = aChangesAnswer();
    server.use(
      answerGet(CHANGES, {
        from,
        to,
        detail: 'counts',
        scoreFrom: { ...scoreFrom! },
        scoreTo: { ...scoreTo! },
        partial: true,
      }),
    );
    const panel = await open('2026-07-01..2026-11-19');
    expect(
      await screen.findByText(/^Details of 1 Jul 2026 are no longer kept/),
    ).toBeVisible();
    expect(panel).toHaveTextContent('Only what the catalog shows you');
    expect(screen.queryByText('Findings')).not.toBeInTheDocument();
    expect(exportsOffered()).toEqual([]);
  });

  it('says that nothing changed, and that nothing was known yet', async () => {
    const none = { items: [], total: 0 };
    server.use(
      answerGet(CHANGES, {
        ...aChangesAnswer({
          scoreFrom: null,
          findings: {
            items: [],
            counts: { opened: 0, closed: 0, changed: 0 },
          },
          workloadsNew: none,
          workloadsGone: none,
          events: [],
        }),
      }),
    );
    const panel = await open();
    expect(
      await screen.findByText('The same findings are open on both days.'),
    ).toBeVisible();
    expect(panel).toHaveTextContent('Nothing was known on 12 Nov yet.');
    expect(cellsOf('Score')).toEqual(['–', '33', '']);
    expect(panel).toHaveTextContent('The same workloads run on both days.');
    expect(panel).toHaveTextContent('Nothing is noted of images');
  });

  it('compares members of a group', async () => {
    const members = {
      total: 4,
      lowest: 16,
      p10: 31,
      open: { ...NONE_EXEMPTED, critical: 2 },
      items: [],
    };
    server.use(
      answerGet(CHANGES, {
        ...aChangesAnswer({
          scoreFrom: null,
          scoreTo: null,
          membersFrom: members,
          membersTo: { ...members, lowest: 40, total: 5 },
        }),
      }),
    );
    await open();
    await screen.findByText('1 opened');
    expect(cellsOf('Lowest score')).toEqual(['16', '40', '24']);
    expect(cellsOf('Entities')).toEqual(['4', '5', '+1']);
    expect(screen.queryByText(/^Nothing is known/)).not.toBeInTheDocument();
  });

  it.each([
    ['one day', '2026-11-12'],
    ['a day to come', '2026-11-12..2027-01-01'],
    ['words', '<b>last week</b>'],
  ])('asks for nothing where the address names %s', async (_, text) => {
    await open(encodeURIComponent(text));
    expect(
      await screen.findByText(/^The address names no two days to compare/),
    ).toBeVisible();
    expect(screen.getByLabelText('From')).toHaveValue('');
  });

  it('says why nothing came, and asks again', async () => {
    server.use(refuseGet(CHANGES, 500, 'InternalServerError'));
    await open();
    await screen.findByText('The posture could not be loaded');
    server.use(answerGet(CHANGES, { ...aChangesAnswer() }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 opened')).toBeVisible();
  });

  it('opens on the last week, takes another period, pages, and closes', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${API_URL}/${CHANGES}`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(
          ['from', 'to', 'cursor']
            .map(name => searchParams.get(name) ?? '')
            .join(' '),
        );
        const answer = aChangesAnswer();
        return HttpResponse.json({
          ...answer,
          findings: {
            ...answer.findings!,
            counts: { opened: 80, closed: 1, changed: 1 },
            ...(searchParams.get('cursor') ? {} : { nextCursor: 'second' }),
          },
        });
      }),
    );
    renderInPortal(<ComparingPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Compare' }),
    );
    await screen.findByText('80 opened');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('51 to 53 of 82');
    await userEvent.click(screen.getByRole('button', { name: 'Last 30 days' }));
    await screen.findByText('1 to 3 of 82');
    expect(asked).toEqual([
      '2026-11-12 2026-11-19 ',
      '2026-11-12 2026-11-19 second',
      '2026-10-20 2026-11-19 ',
    ]);
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: 'Compare' }),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
