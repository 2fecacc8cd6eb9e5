import { Entity } from '@backstage/catalog-model';
import { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import {
  foundScopedCompany,
  SCOPES,
} from '../database/__testUtils__/scopedCompany';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseOverviewReader } from '../database/DatabaseOverviewReader';
import { DatabasePostureReader } from '../database/DatabasePostureReader';
import { DatabaseScopeReader } from '../database/DatabaseScopeReader';
import {
  CRITICAL,
  HIGH,
  HOUR,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { startApi, StartedApi } from './__testUtils__/startApi';

const ADMIN = 'user:default/admin';
/** Sees two services, the group of one of them, and nothing else. */
const HALF_BLIND = 'user:default/half-blind';
const BLIND = 'user:default/blind';
const NO_CLUSTERS = 'user:default/no-clusters';
const STRANGER = 'user:default/stranger';

const SEEN = [
  'component:default/pay',
  'component:default/lake',
  'group:default/payments',
];

const databases = testDatabases();

let knex: Knex;
let api: StartedApi;

beforeAll(async () => {
  knex = await databases.open(databases.ids[0]);
  await foundScopedCompany(knex);
  await knex('clusters').insert({
    name: 'prod-us',
    title: 'Production US',
    auth_provider: 'serviceAccount',
    production: false,
    state: 'unreachable',
    state_reason: 'unreachable',
    sweep_no: 0,
  });
  await knex('cluster_sets').insert({ id: 'both', cluster: 'prod-us' });
  await knex('entities')
    .where({ entity_ref: 'component:default/solo' })
    .update({ cluster_set: 'both' });
  api = await startApi(NOW, {
    reader: new DatabasePostureReader(knex),
    scopes: new DatabaseScopeReader(knex),
    overview: new DatabaseOverviewReader(knex),
  });
  const names = ['cart', 'pay', 'ledger', 'lake', 'solo'];
  api.policy.entities = [
    ...names.map(name => inCatalog(`component:default/${name}`)),
    ...SCOPES.map(({ ref }) => inCatalog(ref)),
  ];
  const { rights } = api.policy;
  rights.set(HALF_BLIND, { sees: ref => SEEN.includes(ref) });
  rights.set(BLIND, { denied: ['catalog.entity.read'] });
  rights.set(NO_CLUSTERS, { denied: ['security-posture.cluster.read'] });
  rights.set(STRANGER, { denied: ['security-posture.posture.read'] });
});

afterAll(() => api.stop());

function inCatalog(ref: string): Entity {
  const [kind, rest] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: rest.split('/')[1], namespace: 'default' },
  };
}

async function overview(caller = ADMIN, query = ''): Promise<OverviewResponse> {
  const { status, body } = await ask(api, 'get', `/overview${query}`, caller);
  expect(status).toBe(200);
  return body;
}

describe('GET /overview', () => {
  it('is the whole first page in one answer', async () => {
    const answer = await overview();
    expect(answer).toMatchObject({
      library: settings.library,
      entities: { total: 5, ready: 1, notReady: 2, unknown: 1, noPosture: 1 },
      blocking: { critical: 1, high: 1 },
      clusters: {
        total: 2,
        answering: 1,
        lastSuccessAt: new Date(NOW - HOUR / 6).toISOString(),
      },
      fixes: [
        {
          control: CRITICAL,
          title: 'A container runs privileged',
          severity: 'critical',
          makesReady: {
            total: 1,
            items: [{ entityRef: 'component:default/cart' }],
          },
          readyBefore: 1,
          readyAfter: 2,
          failing: { findings: 1, entities: 1, owners: 0 },
        },
        { control: HIGH, readyBefore: 2, readyAfter: 3 },
      ],
      teams: { total: 3 },
      partial: false,
    });
    expect(answer.trend.at(-1)).toMatchObject({
      day: '2026-11-21',
      members: { ready: 2, total: 5 },
    });
    expect(answer.weeks).toHaveLength(12);
  });

  it('says what was not looked at, and why', async () => {
    const { notLookedAt } = await overview();
    expect(notLookedAt).toEqual({
      clusters: [
        {
          cluster: 'prod-us',
          title: 'Production US',
          state: 'unreachable',
          reason: 'unreachable',
          entities: {
            total: 1,
            items: [{ entityRef: 'component:default/solo' }],
          },
        },
      ],
      entities: [
        {
          evidence: 'noWorkloads',
          total: 1,
          items: [{ entityRef: 'component:default/lake' }],
        },
        {
          evidence: 'stale',
          total: 1,
          items: [{ entityRef: 'component:default/solo' }],
        },
      ],
      unownedWorkloads: 0,
      requiredCoverage: 0.9,
    });
  });

  it('counts only what the caller sees, and says that it is partial', async () => {
    const answer = await overview(HALF_BLIND);
    expect(answer).toMatchObject({
      entities: { total: 2, notReady: 1, noPosture: 1 },
      blocking: { critical: 0, high: 1 },
      partial: true,
    });
    expect(JSON.stringify(answer)).not.toMatch(/cart|ledger|solo|acme/);
    expect(answer.notLookedAt).not.toHaveProperty('unownedWorkloads');
    const nothing = await overview(BLIND);
    expect(nothing.entities.total).toBe(0);
    expect(nothing.fixes).toEqual([]);
    expect(nothing.teams).toEqual({ total: 0, items: [] });
  });

  it('keeps to itself what is not for those who may not read clusters', async () => {
    const { notLookedAt, ...rest } = await overview(NO_CLUSTERS);
    expect(notLookedAt).toEqual({
      entities: expect.any(Array),
      requiredCoverage: 0.9,
    });
    expect(JSON.stringify(rest)).not.toContain('prod-us');
  });

  it('is of one team where one is asked for', async () => {
    const answer = await overview(ADMIN, '?owner=payments');
    expect(answer).toMatchObject({
      owner: 'group:default/payments',
      entities: { total: 2, ready: 1, notReady: 1 },
    });
    expect(answer.notLookedAt).not.toHaveProperty('unownedWorkloads');
  });

  it.each([
    ['there is not', ADMIN, 'group:default/nobody', 404],
    ['the caller sees no entity of', HALF_BLIND, 'group:default/shop', 404],
    ['is no ref', ADMIN, 'group:/', 400],
  ])('refuses a team that %s', async (_, caller, owner, status) => {
    const path = `/overview?owner=${owner}`;
    expect((await ask(api, 'get', path, caller)).status).toBe(status);
  });

  it('is for those who may read postures', async () => {
    expect((await ask(api, 'get', '/overview', STRANGER)).status).toBe(403);
  });
});
