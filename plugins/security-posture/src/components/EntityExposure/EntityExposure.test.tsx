import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ExposureResponse,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { ENTITY_PATH, renderForEntity } from '../../__testUtils__/entityPage';
import {
  answerGet,
  refuseGet,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { anExposedWorkload, anExposure } from '../../testing/entitySamples';
import { EntityExposure } from './EntityExposure';

const server = startPortalServer();
const PATH = `${ENTITY_PATH}/exposure`;

jest.setTimeout(30_000);

/** jsdom measures nothing that is drawn. */
beforeAll(() => {
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 236, height: 48 }),
  });
});

function renderExposure(exposure: ExposureResponse) {
  server.use(answerGet(PATH, { ...exposure }));
  return renderForEntity(
    <EntityExposure entityRef="component:default/payments-api" />,
  );
}

const inside: Partial<WorkloadExposureView> = {
  reach: 'inside',
  tls: undefined,
  entries: [],
};

describe('the sentence of an exposure', () => {
  it.each<
    [string, Partial<WorkloadExposureView>, Partial<ExposureResponse>, string]
  >([
    [
      'reached without TLS',
      {},
      {},
      'payments-api can be reached from outside its cluster through ingress/payments (pay.example.com), without TLS.',
    ],
    [
      'reached with TLS',
      { tls: 'yes' },
      {},
      'payments-api can be reached from outside its cluster through ingress/payments (pay.example.com).',
    ],
    [
      'reached on its node',
      { ...inside, reach: 'outside', hostPorts: [8080], hostNetwork: true },
      {},
      'payments-api can be reached from outside its cluster through port 8080 of its node and the network of its node.',
    ],
    [
      'not reached',
      inside,
      {},
      'Nothing outside its cluster reaches payments-api.',
    ],
    [
      'not known',
      { ...inside, reach: 'unknown' },
      {
        partial: true,
        unread: [
          {
            cluster: 'staging',
            list: 'ingresses',
            reason: 'forbidden',
            workloads: 2,
          },
        ],
      },
      'Whether anything outside its cluster reaches payments-api could not be told: Ingresses may not be read in staging.',
    ],
  ])('says that it is %s', async (_, workload, over, sentence) => {
    renderExposure(
      anExposure({ workloads: [anExposedWorkload(workload)], ...over }),
    );
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('says that there is nothing to reach', async () => {
    renderExposure(anExposure({ workloads: [], nodes: [], edges: [] }));
    expect(
      await screen.findByText('It has no workload that could be reached.'),
    ).toBeVisible();
  });
});

describe('EntityExposure', () => {
  it('is a picture, and a table with all that it shows', async () => {
    const { container } = renderExposure(anExposure());
    const picture = await screen.findByRole('img');
    expect(
      await within(picture).findByText('svc/payments-api'),
    ).toBeInTheDocument();
    expect(within(picture).queryByRole('button')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const row = screen.getByRole('row', { name: /deploy\/payments-api/ });
    for (const words of [
      'From outside',
      'ingress/payments: pay.example.com, without TLS',
      'svc/payments-api',
      'In: only what policies allow',
      'Out: no policy',
      'NetworkPolicy/default-deny',
      'sa/payments',
      'get, list on secrets, in namespace payments',
    ])
      expect(row).toHaveTextContent(words);
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/subject=prod-eu%2Fpayments%2FDeployment/),
    );
    expect(await violationsIn(container)).toEqual([]);
  });

  it('never says "none" of what could not be read', async () => {
    const untold = anExposedWorkload({
      ...inside,
      reach: 'unknown',
      services: [],
      policies: [],
      isolation: undefined,
      serviceAccount: undefined,
      unread: [{ list: 'services', reason: 'forbidden' }],
    });
    renderExposure(anExposure({ workloads: [untold], nodes: [], edges: [] }));
    const row = await screen.findByRole('row', { name: /payments-api/ });
    expect(row).toHaveTextContent('Services may not be read in prod-eu');
    expect(within(row).getAllByText('Not known')).toHaveLength(3);
    expect(row).not.toHaveTextContent('None');
  });

  it('draws the first of 100 of 400 workloads, and says so', async () => {
    const workloads = Array.from({ length: 100 }, (_, index) =>
      anExposedWorkload({
        id: `w${index}`,
        resource: { ...anExposedWorkload().resource, name: `w${index}` },
      }),
    );
    renderExposure(anExposure({ workloads, total: 400, partial: true }));
    expect(await screen.findByText(/shows 8 of 100 workloads/)).toBeVisible();
    expect(screen.getByText(/100 of 400 workloads are listed/)).toBeVisible();
  });

  it('shows names of any kind as they are', async () => {
    const name = `<b>${'x'.repeat(230)}</b>‮`;
    const resource = { ...anExposedWorkload().resource, name };
    const { container } = renderExposure(
      anExposure({ workloads: [anExposedWorkload({ resource })], nodes: [] }),
    );
    const row = await screen.findByRole('row', { name: /xxx/ });
    expect(row).toHaveTextContent(name);
    expect(container.querySelector('b')).toBeNull();
  });

  it.each([
    [403, 'NotAllowedError', /permission/i],
    [500, 'InternalServerError', /Try again/],
  ])('says why there is none: %s', async (status, name, words) => {
    server.use(refuseGet(PATH, status, name));
    renderForEntity(
      <EntityExposure entityRef="component:default/payments-api" />,
    );
    expect((await screen.findAllByText(words))[0]).toBeVisible();
  });
});
