import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type { ClusterOverview } from 'backstage-plugin-security-posture-common';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { PathSwitch } from '../../routing';
import {
  aClusterOverview,
  aClusterView,
  anAttestation,
  anUnknownCluster,
  aPreflight,
  aSilentCluster,
} from '../../testing/clusterSamples';
import { ClusterPage } from './ClusterPage';

const server = startPortalServer();

// The page holds eight sections, and axe looks at every element of them.
jest.setTimeout(120_000);

function listen(over: Partial<ClusterOverview> = {}) {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) =>
    asked.push(new URL(request.url).pathname.replace(/.*\/v1\//, '')),
  );
  server.use(
    answerGet('clusters/prod-eu/overview', aClusterOverview(over)),
    answerGet('clusters/prod-eu/preflight', aPreflight()),
  );
  return asked;
}

function renderPage(query = '') {
  return renderInPortal(
    <PathSwitch
      cases={[{ path: 'clusters/:name', element: <ClusterPage /> }]}
      fallback={null}
    />,
    `/clusters/prod-eu${query}`,
  );
}

afterEach(() => server.events.removeAllListeners());

describe('ClusterPage', () => {
  it('shows verdict, fixes, rights, versions, access, namespaces, attestations and sweeps from two requests', async () => {
    const asked = listen();
    const { container } = renderPage();
    expect(
      await screen.findByRole('heading', {
        name: '3 high findings in the cluster itself',
      }),
    ).toBeVisible();
    expect(await screen.findByText('get /metrics')).toBeVisible();
    for (const words of [
      '1 point in 7 days',
      '- nonResourceURLs: [/metrics]',
      'kubectl auth can-i get /metrics --as system:serviceaccount:NAMESPACE:NAME',
      'Kubelet 1.33',
      'not in the table',
      'ServiceAccount ci/deployer',
      '29 bindings without risky rights',
      '6 of 11',
      'all 14',
      'Not enforced',
      'Not known: the API server refused to show what is needed',
      '1 min 32 s',
      '2 lists not read',
    ])
      expect(container).toHaveTextContent(words);
    expect(asked.sort()).toEqual([
      'clusters/prod-eu/overview',
      'clusters/prod-eu/preflight',
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each([
    [
      'silent, with its last posture',
      aSilentCluster({ name: 'prod-eu' }),
      /This cluster went silent 8 hr ago/,
    ],
    [
      'never scanned',
      anUnknownCluster({ name: 'prod-eu' }),
      'This cluster was not scanned yet',
    ],
    [
      'for users only',
      anUnknownCluster({ name: 'prod-eu', state: 'needsUserCredentials' }),
      'This cluster admits users only',
    ],
    [
      'removed',
      aClusterView({ state: 'gone' }),
      'This cluster was removed from the portal',
    ],
  ])('says of a cluster that it is %s', async (_, cluster, name) => {
    listen({ cluster });
    renderPage();
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it('has the way back from a cluster that there is not', async () => {
    server.use(
      refuseGet('clusters/prod-eu/overview', 404, 'NotFoundError'),
      refuseGet('clusters/prod-eu', 404, 'NotFoundError'),
    );
    renderPage();
    expect(
      await screen.findByText('The portal has no cluster prod-eu'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to all clusters' }),
    ).toHaveAttribute('href', '/security-posture/clusters');
  });

  it('says since when a cluster is gone, what that means, and leads on', async () => {
    const asked = listen();
    server.use(
      refuseGet('clusters/prod-eu/overview', 404, 'NotFoundError'),
      answerGet('clusters/prod-eu', {
        ...aClusterView({
          title: 'Production EU',
          state: 'gone',
          goneAt: '2026-11-17T10:00:00.000Z',
        }),
      }),
    );
    const { container } = renderPage();
    const title = await screen.findByRole('heading', {
      name: 'Production EU is gone',
    });
    expect(title.parentElement).toHaveTextContent(
      'has not listed it since 17 Nov 2026. It is not scanned any more, and its findings count nowhere.',
    );
    for (const [name, page] of [
      ['Go to all clusters', 'clusters'],
      ['Check the setup', 'setup'],
    ])
      expect(screen.getByRole('link', { name })).toHaveAttribute(
        'href',
        `/security-posture/${page}`,
      );
    expect(asked).toEqual(['clusters/prod-eu/overview', 'clusters/prod-eu']);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('attests what the address names, keeps what was typed where that fails, and says why', async () => {
    listen();
    const bodies: unknown[] = [];
    server.use(
      http.post(`${API_URL}/attestations`, async ({ request }) => {
        bodies.push(await request.json());
        return bodies.length === 1
          ? HttpResponse.json(
              {
                error: { name: 'InputError', message: 'expiresAt is too late' },
                request: { method: 'POST', url: '/v1/attestations' },
                response: { statusCode: 400 },
              },
              { status: 400 },
            )
          : HttpResponse.json(anAttestation(), { status: 201 });
      }),
    );
    renderPage('?attest=penetration-test');
    const panel = within(
      await screen.findByRole('dialog', { name: 'Add attestation' }),
    );
    expect(
      panel.getByText('Tested by an outside company in September'),
    ).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Attest' }));
    expect(panel.getByText('Say at least 10 characters.')).toBeVisible();
    expect(bodies).toEqual([]);
    const field = panel.getByRole('textbox', { name: /What was looked at/ });
    await userEvent.type(field, 'Tested again in November');
    await userEvent.click(panel.getByRole('button', { name: 'Attest' }));
    expect(
      await panel.findByText(
        'The attestation was not taken: expiresAt is too late',
      ),
    ).toBeVisible();
    expect(field).toHaveValue('Tested again in November');
    await userEvent.click(panel.getByRole('button', { name: 'Attest' }));
    expect(
      await screen.findByRole('heading', {
        name: '3 high findings in the cluster itself',
      }),
    ).toBeVisible();
    expect(bodies[1]).toMatchObject({
      cluster: 'prod-eu',
      control: 'penetration-test',
      outcome: 'pass',
      statement: 'Tested again in November',
    });
    expect(screen.queryByText('Add attestation', { selector: 'h2' })).toBe(
      null,
    );
  });
});
