import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import {
  aClusterMatrix,
  aClusterView,
  aDrift,
  anUnknownCluster,
  aSilentCluster,
} from '../../testing/clusterSamples';
import { ClustersPage } from './ClustersPage';

const server = startPortalServer();

function listen(
  items = [aClusterView(), aSilentCluster(), anUnknownCluster()],
) {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) =>
    asked.push(new URL(request.url).pathname.replace(/.*\/v1\//, '')),
  );
  server.use(
    answerGet('clusters', { items }),
    answerGet('matrix/clusters', aClusterMatrix()),
    answerGet('drift', aDrift()),
  );
  return asked;
}

function renderPage(path = '/') {
  return renderInPortal(<ClustersPage />, path);
}

afterEach(() => server.events.removeAllListeners());

describe('ClustersPage', () => {
  it('says first how many answer, then of each how it stands', async () => {
    const asked = listen();
    const { container } = renderPage();
    expect(
      await screen.findByRole('heading', { name: '1 of 3 clusters answer' }),
    ).toBeVisible();
    const table = within(
      screen.getByRole('table', { name: /Clusters with their state/ }),
    );
    const [, prod, silent, lab] = table.getAllByRole('row');
    expect(prod).toHaveTextContent(/production · Amazon EKS/);
    expect(prod).toHaveTextContent(/supported until 27 Mar 2027/);
    expect(within(prod).getByRole('link', { name: 'prod-eu' })).toHaveAttribute(
      'href',
      '/security-posture/clusters/prod-eu',
    );
    expect(silent).toHaveTextContent(/Does not answer.*went silent 8 hr ago/);
    expect(lab).toHaveTextContent(/Not scanned yet/);
    expect(lab).toHaveTextContent(/No score/);
    expect(lab).not.toHaveTextContent(/\b0\b/);
    await screen.findByRole('link', {
      name: /^Nothing refuses.*, prod-eu: 2 of 6/,
    });
    expect(asked.sort()).toEqual(['clusters', 'matrix/clusters']);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says of a cluster that was scanned in part why', async () => {
    listen([aClusterView({ reason: 'forbidden' })]);
    renderPage();
    const cell = await screen.findByText('Scanned in part');
    expect(cell.closest('td')).toHaveTextContent(
      'the API server refused to show what is needed',
    );
  });

  it('shows the drift that an address names, and no matrix', async () => {
    const asked = listen();
    renderPage('/?a=prod-eu&b=staging');
    const table = await screen.findByRole('table', {
      name: 'Controls that differ between prod-eu and staging',
    });
    expect(within(table).getByText('2 fail')).toBeVisible();
    expect(
      within(table).getByText(
        'Not judged: the API server refused to show what is needed',
      ),
    ).toBeVisible();
    expect(asked.sort()).toEqual(['clusters', 'drift']);
  });

  it.each([
    ['/?compare=drift', 'Choose two clusters to compare'],
    ['/?compare=drift&a=prod-eu', 'Choose the cluster to compare prod-eu with'],
    ['/?compare=drift&b=prod-eu', 'Choose the cluster to compare prod-eu with'],
    ['/?a=prod-eu&b=prod-eu', 'Choose two different clusters'],
  ])('says at %s what to choose', async (path, words) => {
    listen();
    renderPage(path);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('goes from the matrix to the drift', async () => {
    listen();
    renderPage();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Drift between two' }),
    );
    expect(
      await screen.findByText('Choose two clusters to compare'),
    ).toBeVisible();
  });

  it('says that there is no cluster', async () => {
    listen([]);
    renderPage();
    expect(await screen.findByText('The portal has no cluster')).toBeVisible();
  });

  it('names the permission to ask for', async () => {
    server.use(refuseGet('clusters', 403, 'NotAllowedError'));
    renderPage();
    expect(
      await screen.findByText('security-posture.cluster.read'),
    ).toBeVisible();
  });
});
