import { Entity } from '@backstage/catalog-model';
import {
  ControlStandingDetails,
  ControlStandingsResponse,
} from 'backstage-plugin-security-posture-common';
import { allControls } from 'security-posture-engine';
import { DatabasePostureReader } from '../database/DatabasePostureReader';
import { DatabaseStandingReader } from '../database/DatabaseStandingReader';
import { foundScopedCompany } from '../database/__testUtils__/scopedCompany';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { CRITICAL, HIGH, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { startApi, StartedApi } from './__testUtils__/startApi';

const ADMIN = 'user:default/admin';
/** Sees one service, and no clusters. */
const HALF_BLIND = 'user:default/half-blind';

const databases = testDatabases();

let api: StartedApi;

beforeAll(async () => {
  const knex = await databases.open(databases.ids[0]);
  await foundScopedCompany(knex);
  await knex('gaps').insert({
    cluster: 'prod-eu',
    control_id: CRITICAL,
    reason: 'forbidden',
    since: NOW - 1000,
    since_no: 1,
  });
  api = await startApi(NOW, {
    reader: new DatabasePostureReader(knex),
    standings: new DatabaseStandingReader(knex),
  });
  api.policy.entities = ['cart', 'pay', 'ledger', 'lake', 'solo'].map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'component',
      metadata: { namespace: 'default', name },
    }),
  );
  api.policy.rights.set(HALF_BLIND, {
    sees: ref => ref === 'component:default/pay',
    denied: ['security-posture.cluster.read'],
  });
});

afterAll(() => api.stop());

async function get<Answer>(path: string, caller: string = ADMIN) {
  const { status, body } = await ask(api, 'get', path, caller);
  expect(status).toBe(200);
  return body as Answer;
}

describe('GET control-standings', () => {
  const standingsFor = async (caller: string) => {
    const answer = await get<ControlStandingsResponse>(
      '/control-standings',
      caller,
    );
    const numbersOf = (id: string) =>
      answer.items.find(item => item.id === id)?.numbers;
    return { ...answer, numbersOf };
  };

  it('says of every control on how much it fails', async () => {
    const { items, partial, numbersOf } = await standingsFor(ADMIN);
    expect(items.map(({ id }) => id)).toEqual(
      allControls().map(({ id }) => id),
    );
    expect(numbersOf(CRITICAL)).toMatchObject({ failing: 1, clean: 3 });
    expect(partial).toBe(false);
  });

  it('counts nothing that the caller may not see', async () => {
    const { items, partial, numbersOf } = await standingsFor(HALF_BLIND);
    expect(numbersOf(CRITICAL)).toMatchObject({ failing: 0, clean: 1 });
    expect(numbersOf(HIGH)).toMatchObject({ failing: 1, clean: 0 });
    const ofClusters = items.filter(({ over }) => over === 'clusters');
    expect(ofClusters.some(({ numbers }) => numbers)).toBe(false);
    expect(partial).toBe(true);
  });
});

describe('GET control-standings/{id}', () => {
  const path = `/control-standings/${CRITICAL}`;

  it('has the words of the control with how it stands', async () => {
    const details = await get<ControlStandingDetails>(path);
    expect(details).toMatchObject({
      control: { id: CRITICAL, severity: 'critical' },
      standing: { numbers: { failing: 1 } },
      gaps: [{ cluster: 'prod-eu', reason: 'forbidden' }],
    });
    expect(details).not.toHaveProperty('clusters');
  });

  it('tells of clusters those who may read clusters only', async () => {
    const seen = await get<ControlStandingDetails>(path, HALF_BLIND);
    expect(seen).not.toHaveProperty('gaps');
    const ofCluster = '/control-standings/apiserver-audit-log';
    expect(await get<ControlStandingDetails>(ofCluster)).toHaveProperty(
      'clusters',
    );
    expect(
      await get<ControlStandingDetails>(ofCluster, HALF_BLIND),
    ).not.toHaveProperty('clusters');
  });

  it('is not found for a control that the library does not have', async () => {
    const { status, body } = await ask(
      api,
      'get',
      '/control-standings/of-tomorrow',
      ADMIN,
    );
    expect(status).toBe(404);
    expect(body.error.message).toContain('GET /v1/controls');
  });
});
