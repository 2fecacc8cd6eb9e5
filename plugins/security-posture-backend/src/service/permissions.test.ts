import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { AUDIT_POLICY, KUBE_BENCH } from './__testUtils__/documents';
import {
  ADMIN,
  CLUSTER_SCAN,
  FINDING_KEYS,
  foundCompany,
  pathOf,
  SCAN_IDS,
  STRANGER,
  VIEWER,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';
import { exemptionPaths } from './openapi/paths/exemptions';
import { openApiDocument } from './openapi/openApiDocument';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(() => foundCompany(api));

afterAll(() => api.stop());

/** Every route, with what a caller with all rights gets. */
const ROUTES = [
  ['get', '/controls', 200],
  ['get', '/controls/privileged-container', 200],
  ['get', '/frameworks', 200],
  ['get', '/entities', 200],
  ['get', `${pathOf(0)}/posture`, 200],
  ['get', `${pathOf(0)}/findings`, 200],
  ['get', `/findings/${FINDING_KEYS[0]}`, 200],
  ['get', `${pathOf(0)}/gate`, 200],
  ['post', '/postures/by-refs', 200],
  ['get', '/summary', 200],
  ['get', '/teams', 200],
  ['get', '/systems', 200],
  ['get', '/domains', 200],
  ['get', '/trends?scope=organisation', 200],
  ['get', '/coverage', 200],
  ['get', '/controls/privileged-container/entities', 200],
  ['get', '/workloads?owner=none', 200],
  ['get', '/drift?a=prod-eu&b=prod-us', 200],
  ['get', '/findings', 200],
  ['get', `${pathOf(0)}/workloads`, 200],
  ['get', `${pathOf(0)}/access`, 200],
  ['get', `${pathOf(0)}/mapping`, 200],
  ['get', `${pathOf(0)}/past`, 200],
  ['get', `${pathOf(0)}/changes`, 200],
  ['get', `${pathOf(0)}/history`, 200],
  ['get', '/scopes/group/default/payments/past', 200],
  ['get', '/scopes/group/default/payments/changes', 200],
  ['get', '/clusters', 200],
  ['get', '/clusters/prod-eu', 200],
  ['get', '/clusters/prod-eu/preflight', 200],
  ['get', '/clusters/prod-eu/findings', 200],
  ['get', '/clusters/prod-eu/sweeps', 200],
  ['get', '/clusters/prod-eu/past', 200],
  ['get', '/clusters/prod-eu/changes', 200],
  ['get', '/clusters/prod-eu/history', 200],
  ['get', '/clusters/prod-eu/imports', 200],
  ['post', '/imports/kube-bench?cluster=prod-eu', 201],
  ['post', '/imports/audit-policy?cluster=prod-eu', 201],
  ['post', '/clusters/prod-eu/scan', 202],
  ['post', `${pathOf(0)}/scan`, 202],
  ['get', `/scans/${SCAN_IDS[0]}`, 200],
] as const;

/** What is posted, by path. */
const BODIES: Readonly<Record<string, object>> = {
  '/postures/by-refs': { entityRefs: [] },
  '/imports/kube-bench?cluster=prod-eu': KUBE_BENCH,
  '/imports/audit-policy?cluster=prod-eu': AUDIT_POLICY,
};

it('looks at every documented route but the document itself, and exemptions, which take users only', () => {
  const paths = Object.keys(openApiDocument.paths).filter(
    path => !(path in exemptionPaths),
  );
  expect(ROUTES).toHaveLength(paths.length - 1);
});

describe.each(ROUTES)('%s %s', (method, path, status) => {
  const body = BODIES[path];

  it.each([ADMIN, 'service:external:ci'])('answers %s', async caller => {
    const response = await ask(api, method, path, caller).send(body);
    expect(response.status).toBe(status);
  });

  it('asks for credentials', async () => {
    const response = await ask(api, method, path).send(body);
    expect(response.status).toBe(401);
    expect(response.body.error.name).toBe('AuthenticationError');
  });

  it('refuses a user without the permission', async () => {
    const response = await ask(api, method, path, STRANGER).send(body);
    const ownedScan = method === 'post' && path.startsWith('/entities');
    expect(response.status).toBe(403);
    expect(response.body.error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        ownedScan ? 'security-posture.scan.create' : 'You lack the permission',
      ),
    });
  });
});

it('serves its document to all who are signed in, and says where it lives', async () => {
  const response = await ask(api, 'get', '/openapi.json', STRANGER);
  expect(response.body).toEqual({
    ...JSON.parse(JSON.stringify(openApiDocument)),
    servers: [{ url: '/api/security-posture/v1' }],
  });
  expect((await ask(api, 'get', '/openapi.json')).status).toBe(401);
});

describe('a scan', () => {
  it.each([
    ['of an entity, by one who does not own it', `${pathOf(0)}/scan`],
    ['of a cluster, by one who may only read', '/clusters/prod-eu/scan'],
  ])('%s, is refused and not recorded', async (_, path) => {
    const before = api.reader.scans.length;
    const response = await ask(api, 'post', path, VIEWER);
    expect(response.status).toBe(403);
    expect(api.reader.scans).toHaveLength(before);
  });

  it.each([
    ['cluster', CLUSTER_SCAN, 'security-posture.cluster.read'],
    ['entity', SCAN_IDS[0], 'security-posture.posture.read'],
  ])(
    'of a %s is not found without the right to read such',
    async (_, id, denied) => {
      const caller = 'user:default/some-rights';
      api.policy.rights.set(caller, { denied: [denied] });
      const response = await ask(api, 'get', `/scans/${id}`, caller);
      expect(response.status).toBe(404);
      expect((await ask(api, 'get', `/scans/${id}`, ADMIN)).status).toBe(200);
    },
  );
});

describe('the audit log', () => {
  const event = { success: jest.fn(), fail: jest.fn() };

  beforeEach(() => {
    jest.clearAllMocks();
    api.auditor.createEvent.mockResolvedValue(event);
  });

  it.each([
    [
      'get',
      `${pathOf(0)}/posture`,
      'posture-read',
      'low',
      { queryType: 'posture', entityRef: 'component:default/service-0' },
    ],
    [
      'get',
      `${pathOf(0)}/findings`,
      'posture-read',
      'low',
      { queryType: 'findings', entityRef: 'component:default/service-0' },
    ],
    [
      'get',
      `/findings/${FINDING_KEYS[0]}`,
      'posture-read',
      'low',
      { queryType: 'finding', key: FINDING_KEYS[0] },
    ],
    ['get', '/entities', 'posture-read', 'low', { queryType: 'entities' }],
    ['get', '/summary', 'posture-read', 'low', { queryType: 'summary' }],
    [
      'post',
      `${pathOf(0)}/scan`,
      'scan-create',
      'medium',
      { entityRef: 'component:default/service-0' },
    ],
    [
      'post',
      '/clusters/prod-eu/scan',
      'scan-create',
      'medium',
      { cluster: 'prod-eu' },
    ],
  ] as const)(
    'holds %s %s',
    async (method, path, eventId, severityLevel, meta) => {
      await ask(api, method, path, ADMIN);
      expect(api.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId, severityLevel, meta }),
      );
      expect(event.success).toHaveBeenCalledTimes(1);
      await ask(api, method, path, STRANGER);
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'NotAllowedError' }),
      });
    },
  );
});
