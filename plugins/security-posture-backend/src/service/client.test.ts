import { mockCredentials } from '@backstage/backend-test-utils';
import { SecurityPostureClient } from 'backstage-plugin-security-posture-common';
import { NOW } from '../views/__testUtils__/samples';
import {
  ADMIN,
  FINDING_KEYS,
  foundCompany,
  refOf,
  SCAN_IDS,
} from './__testUtils__/company';
import { AUDIT_POLICY, KUBE_BENCH } from './__testUtils__/documents';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;
let client: SecurityPostureClient;

beforeAll(async () => {
  api = await startApi(NOW);
  foundCompany(api);
  const base = `http://localhost:${api.server.port()}/api/security-posture`;
  client = new SecurityPostureClient({
    discoveryApi: { getBaseUrl: async () => base },
  });
});

afterAll(() => api.stop());

const as = { token: mockCredentials.user.token(ADMIN) };

describe('the typed client, over HTTP', () => {
  it.each([
    [
      'getControls',
      () => client.getControls(as),
      { library: expect.any(String) },
    ],
    [
      'getControl',
      () => client.getControl('privileged-container', as),
      { id: 'privileged-container' },
    ],
    [
      'getFrameworks',
      () => client.getFrameworks(as),
      { frameworks: expect.any(Array) },
    ],
    ['getEntities', () => client.getEntities({}, as), { total: 6 }],
    [
      'getEntities with every part of a query',
      () =>
        client.getEntities(
          {
            order: 'score',
            readiness: ['notReady', 'ready'],
            search: 'service',
            owner: 'group:default/shop',
            limit: 2,
          },
          as,
        ),
      { total: 3, nextCursor: expect.any(String) },
    ],
    [
      'getEntityPosture',
      () => client.getEntityPosture(refOf(0), as),
      { entityRef: refOf(0), state: 'judged' },
    ],
    [
      'getFindings with every part of a query',
      () =>
        client.getFindings(
          {
            order: 'newest',
            outcomes: ['fail'],
            severities: ['critical', 'high'],
            controls: ['privileged-container'],
            categories: ['podSpec'],
            framework: 'nsa',
            clusters: ['prod-eu'],
            namespaces: ['shop'],
            entity: refOf(0),
            owner: 'group:default/shop',
            system: 'system:default/shop',
            exempted: false,
            stale: true,
            since: '2026-11-01',
            search: 'web',
            limit: 10,
          },
          as,
        ),
      { items: [], total: 0, partial: false },
    ],
    [
      'getEntityPast',
      () => client.getEntityPast(refOf(0), { at: '2026-11-01' }, as),
      { at: '2026-11-01T23:59:59.999Z', detail: 'full', score: null },
    ],
    [
      'getEntityChanges',
      () =>
        client.getEntityChanges(
          refOf(0),
          { from: '2026-11-01', to: '2026-11-02' },
          as,
        ),
      { to: '2026-11-02T23:59:59.999Z', workloadsNew: { total: 0 } },
    ],
    [
      'getEntityHistory',
      () => client.getEntityHistory(refOf(0), { days: 7 }, as),
      { items: [], since: '2026-11-14T12:00:00.000Z' },
    ],
    [
      'getEntityWorkloads',
      () => client.getEntityWorkloads(refOf(0), { limit: 5 }, as),
      { items: [], total: 0 },
    ],
    [
      'getEntityAccess',
      () => client.getEntityAccess(refOf(0), as),
      { items: [], total: 0 },
    ],
    [
      'getEntityMapping',
      () => client.getEntityMapping(refOf(0), as),
      { annotated: expect.any(Boolean) },
    ],
    [
      'getScopePast',
      () => client.getScopePast('group:default/payments', {}, as),
      { score: null, members: { total: 0 } },
    ],
    [
      'getScopeChanges',
      () =>
        client.getScopeChanges(
          'group:default/payments',
          { from: '2026-11-01' },
          as,
        ),
      { membersFrom: { total: 0 }, membersTo: { total: 0 } },
    ],
    [
      'getClusterPast',
      () => client.getClusterPast('prod-eu', {}, as),
      { detail: 'full', findings: { total: 0 } },
    ],
    [
      'getClusterChanges',
      () => client.getClusterChanges('prod-eu', { from: '2025-11-01' }, as),
      { detail: 'counts' },
    ],
    [
      'getClusterHistory',
      () => client.getClusterHistory('prod-eu', {}, as),
      { items: [] },
    ],
    [
      'getClusterFindings',
      () => client.getClusterFindings('prod-eu', { order: 'oldest' }, as),
      { items: [], total: 0 },
    ],
    [
      'getClusterSweeps',
      () => client.getClusterSweeps('prod-eu', { limit: 3 }, as),
      { items: [] },
    ],
    [
      'getEntityFindings',
      () =>
        client.getEntityFindings(
          refOf(0),
          {
            outcomes: ['fail'],
            severities: ['critical', 'high'],
            cluster: 'prod-eu',
          },
          as,
        ),
      { total: 1 },
    ],
    [
      'getFinding',
      () => client.getFinding(FINDING_KEYS[0], as),
      { key: FINDING_KEYS[0] },
    ],
    ['scanEntity', () => client.scanEntity(refOf(0), as), { state: 'waiting' }],
    [
      'scanCluster',
      () => client.scanCluster('prod-eu', as),
      { state: 'waiting' },
    ],
    ['getScan', () => client.getScan(SCAN_IDS[0], as), { state: 'finished' }],
    ['getSummary', () => client.getSummary(as), { entities: { total: 6 } }],
    ['getClusters', () => client.getClusters(as), { items: expect.any(Array) }],
    ['getCluster', () => client.getCluster('prod-eu', as), { name: 'prod-eu' }],
    [
      'getClusterPreflight',
      () => client.getClusterPreflight('prod-eu', as),
      { cluster: 'prod-eu', answers: true, items: [] },
    ],
    [
      'importKubeBench',
      () =>
        client.importKubeBench('prod-eu', KUBE_BENCH, {
          ...as,
          node: 'node-1',
        }),
      { kind: 'kube-bench', node: 'node-1', receivedBy: ADMIN },
    ],
    [
      'importAuditPolicy',
      () => client.importAuditPolicy('prod-eu', AUDIT_POLICY, as),
      { kind: 'audit-policy', cluster: 'prod-eu' },
    ],
    [
      'importReport',
      () =>
        client.importReport('kube-bench', 'prod-eu', KUBE_BENCH, {
          ...as,
          node: 'node-1',
        }),
      { kind: 'kube-bench', cluster: 'prod-eu' },
    ],
    [
      'getClusterImports',
      () => client.getClusterImports('prod-eu', as),
      { items: [{ kind: 'audit-policy' }, { node: 'node-1' }] },
    ],
  ])('%s', async (_, call: () => Promise<unknown>, answer) => {
    await expect(call()).resolves.toMatchObject(answer);
  });

  it('follows cursors', async () => {
    const first = await client.getEntities({ limit: 4 }, as);
    const second = await client.getEntities(
      { limit: 4, cursor: first.nextCursor },
      as,
    );
    expect(second.items).toHaveLength(2);
  });

  it.each([
    [404, () => client.getEntityPosture('component:default/nothing', as)],
    [400, () => client.getEntities({ cursor: 'forged' }, as)],
    [
      401,
      () => client.getSummary({ token: mockCredentials.user.invalidToken() }),
    ],
  ])(
    'throws what answered %d',
    async (status, call: () => Promise<unknown>) => {
      await expect(call()).rejects.toMatchObject({
        name: 'ResponseError',
        response: { status },
        body: { error: { message: expect.any(String) } },
      });
    },
  );
});
