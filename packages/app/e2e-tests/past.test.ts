import { expect } from '@playwright/test';
import { PostureClient } from './PostureClient';
import { test } from './test';

const DAY_MS = 24 * 60 * 60 * 1000;
const SERVICE = '/entities/component/default/payments-api';

const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test('a service has a trend of the days that the demo has lived through', async ({
  request,
}) => {
  const client = await PostureClient.signIn(request, 'olivia');
  const { points } = await client.read(
    '/trends?scope=entity&ref=component:default/payments-api&days=90',
  );
  expect(points.length).toBeGreaterThan(80);
  const critical = points.map(
    ({ open }: { open: { critical: number } }) => open.critical,
  );
  expect(Math.min(...critical)).toBe(0);
  expect(critical[0]).toBeGreaterThan(0);
  expect(critical.at(-1)).toBeGreaterThan(0);
});

test('two days can be compared: the privileged agent came in between', async ({
  request,
}) => {
  const client = await PostureClient.signIn(request, 'olivia');
  const { scoreFrom, scoreTo, findings } = await client.read(
    `${SERVICE}/changes?from=${daysAgo(20)}&to=${daysAgo(8)}&limit=200`,
  );
  expect(scoreTo.score.value).toBeLessThan(scoreFrom.score.value);
  expect(findings.items).toContainEqual(
    expect.objectContaining({
      change: 'opened',
      finding: expect.objectContaining({ control: 'privileged-container' }),
    }),
  );
});

test('findings were opened and closed in most weeks', async ({ request }) => {
  const client = await PostureClient.signIn(request, 'paul');
  const counts = await Promise.all(
    [12, 11, 10, 9, 8, 6, 5, 4, 3, 2].map(async week => {
      const between = `from=${daysAgo(week * 7)}&to=${daysAgo(week * 7 - 7)}`;
      const { findings } = await client.read(
        `/clusters/prod-eu/changes?${between}`,
      );
      return findings.counts;
    }),
  );
  expect(counts.filter(({ opened }) => opened > 0).length).toBeGreaterThan(4);
  expect(counts.filter(({ closed }) => closed > 0).length).toBeGreaterThan(4);
});

test('exemptions stand in each of their states', async ({ request }) => {
  const client = await PostureClient.signIn(request, 'paul');
  const read = async (query: string) => {
    const { items } = await client.read(`/exemptions?limit=200&${query}`);
    return items.map(
      ({ entityRef, control }: { entityRef: string; control: string }) =>
        `${entityRef.split('/')[1]} ${control}`,
    );
  };
  expect(await read('states=approved')).toContain(
    'payments-api read-only-root-fs',
  );
  expect(await read('states=approved&expiresWithinDays=14')).toContain(
    'events-ingest host-network',
  );
  expect(await read('appliesToNothing=true')).toContain(
    'checkout read-only-root-fs',
  );
  expect(await read('states=denied')).toContain('reviews secrets-in-env');
  expect(await read('states=revoked')).toContain('ledger read-only-root-fs');
  expect(await read('states=expired')).toContain('mailer run-as-root-user');
  expect(await read('states=pending')).toContain(
    'search-indexer host-path-volume',
  );
});

test('an exemption whose evidence changed waits for approval again', async ({
  request,
}) => {
  const client = await PostureClient.signIn(request, 'paul');
  const { items } = await client.read(
    '/exemptions?entity=component:default/product-catalog',
  );
  const { events } = await client.read(`/exemptions/${items[0].id}`);
  expect(events.map(({ what }: { what: string }) => what)).toEqual([
    'requested',
    'approved',
    'reopened',
  ]);
});

test('attestations are in force, about to end, and over', async ({
  request,
}) => {
  const client = await PostureClient.signIn(request, 'paul');
  const { items } = await client.read('/attestations?limit=200');
  const states = items.map(
    (item: { cluster: string; control: string; state: string }) =>
      `${item.cluster} ${item.control} ${item.state}`,
  );
  expect(states).toEqual(
    expect.arrayContaining([
      'prod-eu penetration-test inForce',
      'prod-eu settings-review inForce',
      'prod-eu backup-encryption inForce',
      'staging penetration-test expired',
    ]),
  );
});
