import { http, HttpResponse } from 'msw';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { useUrlState } from '../../routing';
import { sampleEvents } from '../../testing/changeSamples';
import { EntityHistory } from './EntityHistory';

const HISTORY = 'entities/component/default/payments-api/history';
const DEFAULTS = { days: '30' };

function HistoryPage() {
  const [{ days }, change] = useUrlState(DEFAULTS);
  return (
    <EntityHistory
      entityRef="component:default/payments-api"
      days={days}
      onDays={next => change({ days: next })}
      links={{
        finding: key => `/tab?finding=${key}`,
        exemption: id => `/tab?exemption=${id}`,
      }}
      compareLink={(from, to) => `/tab?compare=${from}..${to}`}
    />
  );
}

const server = startPortalServer();

describe('EntityHistory', () => {
  beforeAll(() => {
    jest.useFakeTimers({
      now: Date.parse('2026-11-19T10:14:00Z'),
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'nextTick'],
    });
  });

  afterAll(() => jest.useRealTimers());

  it('tells each day in words that lead on, newest first', async () => {
    const items = sampleEvents().map(event => ({ ...event }));
    server.use(
      answerGet(HISTORY, { items, since: '2026-10-05T10:00:00.000Z' }),
    );
    const { container } = renderInPortal(<HistoryPage />);
    await screen.findByText('Nothing before 5 Oct 2026 is told.');
    const days = screen.getAllByRole('heading', { level: 3 });
    expect(days.map(day => day.textContent)).toEqual([
      '19 Nov 2026',
      '16 Nov 2026',
      '13 Nov 2026',
      '20 Oct 2026',
      '6 Oct 2026',
    ]);
    const day = screen.getByRole('region', { name: '13 Nov 2026' });
    expect(
      within(day)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '06:12Image of deploy/payments-api in prod-eu: payments/agent:1 to payments/agent:2',
      '06:12Opened: A container is privileged, deploy/payments-api in prod-euCritical',
    ]);
    expect(screen.getByText(/^Fixed: /)).toHaveTextContent(
      'Fixed: A seccomp profile is missing, deploy/payments-api in prod-eu',
    );
    expect(
      screen.getByText('prod-us went silent: the API server did not answer'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'A container is privileged' }),
    ).toHaveAttribute('href', '/tab?finding=privileged-1');
    expect(
      screen.getByRole('link', { name: 'Exemption approved' }),
    ).toHaveAttribute('href', '/tab?exemption=exemption-1');
    expect(
      within(day).getByRole('link', { name: 'Compare with the day before' }),
    ).toHaveAttribute('href', '/tab?compare=2026-11-12..2026-11-13');
    expect(
      screen
        .getAllByRole('button', { name: /^Export/ })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Export 16 Nov 2026',
      'Export 13 Nov 2026',
      'Export 20 Oct 2026',
      'Export 6 Oct 2026',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each([
    ['findingOpened', undefined, 'Not evaluated', 'notEvaluated'],
    [
      'findingChanged',
      undefined,
      'Not evaluated for another reason',
      'notEvaluated',
    ],
    ['findingClosed', 'passed', 'Evaluated, and passes', 'findingClosed'],
    ['findingClosed', 'changed', 'Evaluated, and fails', 'evaluated'],
    [
      'findingClosed',
      'notApplicable',
      'Need not be evaluated any more',
      'evaluated',
    ],
    [
      'findingClosed',
      'subjectGone',
      'Ended without having been evaluated',
      'evaluated',
    ],
  ] as const)(
    'never says that what could not be judged failed or was fixed: %s %s',
    async (what, because, said, mark) => {
      const [sample] = sampleEvents().filter(({ finding }) => finding);
      const finding = {
        ...sample.finding!,
        title: 'Images hold no credentials',
        outcome: 'notEvaluated',
      };
      const event = { ...sample, what, because, finding };
      server.use(
        answerGet(HISTORY, {
          items: [event],
          since: '2026-10-05T10:00:00.000Z',
        }),
      );
      const { container } = renderInPortal(<HistoryPage />);
      const item = (
        await screen.findByText('Images hold no credentials')
      ).closest('li')!;
      expect(item).toHaveTextContent(
        `${said}: Images hold no credentials, deploy/payments-api in prod-eu`,
      );
      expect(container.querySelector('[data-what]')).toHaveAttribute(
        'data-what',
        mark,
      );
    },
  );

  it('takes another period, starts it anew, and pages', async () => {
    const asked: string[] = [];
    server.use(
      http.get(`${API_URL}/${HISTORY}`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const cursor = searchParams.get('cursor');
        asked.push(`${searchParams.get('days')} ${cursor ?? ''}`.trim());
        return HttpResponse.json({
          items: sampleEvents(),
          since: '2026-10-05T10:00:00.000Z',
          ...(cursor ? {} : { nextCursor: 'second' }),
        });
      }),
    );
    renderInPortal(<HistoryPage />, '/?days=lots');
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await screen.findByText('51 to 56');
    expect(screen.getByText(/^Nothing before/)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: '90 days' }));
    await screen.findByText('1 to 6');
    expect(screen.queryByText(/^Nothing before/)).not.toBeInTheDocument();
    expect(asked).toEqual(['30', '30 second', '90']);
  });

  it('says that nothing happened', async () => {
    server.use(
      answerGet(HISTORY, { items: [], since: '2026-11-12T10:00:00.000Z' }),
    );
    renderInPortal(<HistoryPage />, '/?days=7');
    expect(await screen.findByText('Nothing happened')).toBeVisible();
    expect(screen.getByText(/^In these 7 days no finding/)).toBeVisible();
  });

  it('says why nothing came', async () => {
    server.use(refuseGet(HISTORY, 404, 'NotFoundError'));
    renderInPortal(<HistoryPage />);
    expect(await screen.findByText('The posture was not found')).toBeVisible();
  });

  it('shows markup in names as text, and of digests the beginning', async () => {
    const [silent, closed] = sampleEvents();
    const digest = `sha256:${'0123456789ab'.padEnd(64, 'f')}`;
    const cluster = '<img src=x onerror=alert(1)>';
    server.use(
      answerGet(HISTORY, {
        items: [
          { ...silent, cluster, to: 'nothing that is known' },
          { ...silent, what: 'somethingNew' },
          { ...silent, what: 'clusterScannedInPart', to: 'forbidden' },
          { ...silent, what: 'clusterScannedWhole' },
          {
            ...closed,
            resource: { ...closed.resource!, kind: 'Image', name: digest },
          },
        ],
        since: '2026-10-05T10:00:00.000Z',
      }),
    );
    renderInPortal(<HistoryPage />);
    expect(await screen.findByText(`${cluster} went silent`)).toBeVisible();
    expect(screen.getByText('Changed: somethingNew')).toBeVisible();
    expect(
      screen.getByText(
        'prod-us could be scanned in part only: the API server refused to show what is needed',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('prod-us could be scanned whole again'),
    ).toBeVisible();
    expect(
      screen.getByText(/image\/sha256:0123456789ab… in prod-eu$/),
    ).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });
});
