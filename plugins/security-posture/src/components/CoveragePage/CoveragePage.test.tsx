import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type {
  CoverageResponse,
  UnownedWorkload,
} from 'backstage-plugin-security-posture-common';
import { aCoverage, LOST_WORKLOAD } from '../../testing/coverageSamples';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { CoveragePage } from './CoveragePage';

const server = startPortalServer();

/** Opens the page on answers; resolves to its sections by their headings. */
async function open(
  over: Partial<CoverageResponse> = {},
  items: UnownedWorkload[] = [LOST_WORKLOAD],
) {
  server.use(
    answerGet('coverage', { ...aCoverage(over) }),
    answerGet('workloads', { items: [...items], total: items.length }),
  );
  const { container } = renderInPortal(<CoveragePage />);
  await screen.findByText('Services', { selector: 'h2' });
  const section = (title: string) =>
    within(screen.getByText(title, { selector: 'h2' }).closest('section')!);
  return { container, section };
}

describe('CoveragePage', () => {
  it('says first, in words, how much was looked at, and asks for two things', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) =>
      asked.push(new URL(request.url).pathname.split('/v1/')[1]),
    );
    const { section } = await open();
    expect(
      screen.getByText('131 of 143 workloads were scanned lately'),
    ).toBeVisible();
    expect(
      screen.getByText(
        '20 of 23 services that ask for workloads have some; 131 of 143 workloads belong to a service.',
      ),
    ).toBeVisible();
    await section('Workloads of nobody').findByText('lost');
    expect(asked.sort()).toEqual(['coverage', 'workloads']);
    server.events.removeAllListeners();
  });

  it('tells of each cluster what was not judged, why, and what mends it', async () => {
    const { section } = await open();
    const clusters = section('Clusters');
    const silent = clusters.getByText('prod-us').closest('tr')!;
    expect(silent).toHaveTextContent('Does not answer');
    expect(silent).toHaveTextContent(/last scanned 8 hr ago/);
    expect(silent).toHaveTextContent('nothing');
    expect(clusters.getByText('3 controls')).toBeVisible();
    await userEvent.click(clusters.getByLabelText(/open|show|details/i));
    const reasons = clusters
      .getAllByRole('heading', { level: 3 })
      .map(heading => heading.textContent);
    expect(reasons[0]).toMatch(/^The API server refused.*first 70 min ago/);
    expect(reasons[1]).toMatch(/^The control plane shows nothing/);
    expect(clusters.getByText(/Import a kube-bench report/)).toBeVisible();
    expect(clusters.getByText('audit-log').closest('a')).toHaveAttribute(
      'href',
      '/security-posture/controls/audit-log',
    );
  });

  it('says of a cluster that was scanned in part why, and when it last told all', async () => {
    const { clusters } = aCoverage();
    const [prod] = clusters!;
    const { section } = await open({
      clusters: [{ ...prod, reason: 'forbidden' }],
    });
    const row = section('Clusters').getByText('Production EU').closest('tr');
    expect(row).toHaveTextContent(
      /Scanned in part.*refused to show.*last complete scan 12 min ago/,
    );
  });

  it('says of a cluster that was never scanned that nothing of it was judged', async () => {
    const { section } = await open({
      clusters: [
        { cluster: 'prod-ap', state: 'unreachable', stale: true, gaps: [] },
      ],
    });
    const row = section('Clusters').getByText('prod-ap').closest('tr')!;
    expect(row).toHaveTextContent('everything');
  });

  it('counts services by what is known of them, each number a link, and never a zero', async () => {
    const { section } = await open();
    const services = section('Services');
    expect(services.getByLabelText('Enough was judged: 18')).toHaveAttribute(
      'href',
      '/security-posture/services?evidence=judged',
    );
    expect(
      services.getByLabelText('Linked, but nothing runs: 2'),
    ).toHaveAttribute(
      'href',
      '/security-posture/services?evidence=noWorkloads',
    );
    expect(services.getAllByText('none')).toHaveLength(3);
    expect(services.queryByText('0')).not.toBeInTheDocument();
  });

  it('suggests who owns what nobody owns, and gives the lines that claim it', async () => {
    const { section } = await open();
    const unowned = section('Workloads of nobody');
    const row = (await unowned.findByText('lost')).closest('tr')!;
    expect(row).toHaveTextContent(
      'its label app.kubernetes.io/part-of says web',
    );
    await userEvent.click(within(row).getByRole('button'));
    expect(unowned.getByText('For the catalog-info.yaml of web')).toBeVisible();
    expect(
      unowned.getByText(/kubernetes-label-selector: "app.kubernetes.io/),
    ).toBeVisible();
  });

  it('tells whom to ask where clusters are not for the user to see', async () => {
    server.use(
      answerGet('coverage', {
        ...aCoverage({ clusters: undefined, partial: true }),
      }),
      refuseGet('workloads', 403, 'NotAllowedError'),
    );
    renderInPortal(<CoveragePage />);
    expect(
      await screen.findByText('You may not see workloads of nobody'),
    ).toBeVisible();
    expect(await screen.findByText('You may not see clusters')).toBeVisible();
    expect(screen.getAllByText('security-posture.cluster.read')).toHaveLength(
      2,
    );
    expect(screen.getByText(/shows you a part/)).toBeVisible();
  });

  it('says where there is nothing to find', async () => {
    const { section } = await open(
      { clusters: [], workloads: { swept: 0, known: 0, owned: 0 } },
      [],
    );
    expect(screen.getByText('No workload was scanned yet')).toBeVisible();
    expect(
      section('Clusters').getByText('No cluster is connected'),
    ).toBeVisible();
    expect(
      await screen.findByText('Every workload belongs to a service'),
    ).toBeVisible();
  });

  it('filters by the cluster of the address, and leads back', async () => {
    const asked: string[] = [];
    server.use(
      answerGet('coverage', { ...aCoverage() }),
      http.get(`${API_URL}/workloads`, ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({ items: [], total: 0 });
      }),
    );
    renderInPortal(<CoveragePage />, '/?cluster=prod-us');
    await userEvent.click(await screen.findByText('Show all clusters'));
    expect(
      await screen.findByText('Every workload belongs to a service'),
    ).toBeVisible();
    expect(asked[0]).toContain('cluster=prod-us');
    expect(asked.at(-1)).not.toContain('cluster=');
  });

  it.each([
    ['the user may not see postures', 403, 'NotAllowedError'],
    ['the backend failed', 500, 'InternalServerError'],
  ])('says once that %s', async (_, status, name) => {
    server.use(
      refuseGet('coverage', status, name),
      refuseGet('workloads', status, name),
    );
    renderInPortal(<CoveragePage />);
    const words = {
      403: /security-posture\.posture\.read/,
      500: /InternalServerError of/,
    }[status]!;
    expect(await screen.findAllByText(words)).toHaveLength(1);
  });

  it('passes axe', async () => {
    const { container } = await open();
    await screen.findByText('lost');
    expect(await violationsIn(container)).toEqual([]);
  });
});
