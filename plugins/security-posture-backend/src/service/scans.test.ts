import {
  aCluster,
  aDeadCluster,
  aPart,
  aSweep,
  NOW,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, pathOf, refOf } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(() => {
  foundCompany(api);
  api.reader.scans = [];
  api.requestSweeps.mockReset();
  api.requestSweeps.mockResolvedValue();
});

afterAll(() => api.stop());

const userOnly = aCluster({
  name: 'lab',
  state: 'needsUserCredentials',
  authProvider: 'google',
  sweepNo: 0,
});

describe('POST /entities/…/scan', () => {
  it('records who asked for which clusters, tells the scheduler, and says where to look', async () => {
    const { status, body } = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(status).toBe(202);
    expect(api.reader.scans).toEqual([
      {
        id: body.id,
        entityRef: refOf(0),
        requestedBy: ADMIN,
        requestedAt: NOW,
        clusters: [{ cluster: 'prod-eu' }],
      },
    ]);
    expect(api.requestSweeps.mock.calls).toEqual([[['prod-eu']]]);
    expect(body).toMatchObject({
      state: 'waiting',
      requestedAt: '2026-11-21T12:00:00.000Z',
    });
    const scan = await ask(api, 'get', `/scans/${body.id}`, ADMIN);
    expect(scan.body).toEqual(body);
  });

  it('names the service that asked', async () => {
    await ask(api, 'post', `${pathOf(0)}/scan`, 'service:external:ci');
    expect(api.reader.scans[0].requestedBy).toBe('external:ci');
  });

  it('answers with a scan that waits already, and asks anew where it has begun', async () => {
    const first = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    const second = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(second.body).toEqual(first.body);
    const [waiting] = api.reader.scans;
    const sweep = aSweep({ status: 'running', finishedAt: undefined });
    api.reader.scans = [
      { ...waiting, clusters: [{ cluster: 'prod-eu', sweep }] },
    ];
    const third = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(third.body.id).not.toBe(first.body.id);
    expect(third.body.state).toBe('waiting');
  });

  it('is recorded even where the scheduler cannot be told', async () => {
    api.requestSweeps.mockRejectedValue(new Error('no database'));
    const { status } = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(status).toBe(202);
    expect(api.reader.scans).toHaveLength(1);
  });

  it.each([
    [
      'may run only where users are admitted',
      { parts: [aPart({ cluster: 'lab' })] },
      [userOnly],
    ],
    ['has no cluster', { parts: [] }, []],
  ])('is refused for an entity that %s', async (_, over, clusters) => {
    api.reader.clusters = clusters;
    api.reader.entities[0] = { ...api.reader.entities[0], ...over };
    const { status, body } = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(status).toBe(409);
    expect(body.error.message).toContain(
      'No cluster that component:default/service-0 may run in',
    );
    expect(api.reader.scans).toEqual([]);
  });

  it('is refused for an entity that was not joined to clusters yet', async () => {
    api.reader.entities = [];
    const { status, body } = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(status).toBe(409);
    expect(body.error.message).toContain('within 5 minutes');
  });
});

describe('POST /clusters/{name}/scan', () => {
  it('asks for a scan of that cluster, even of one that does not answer', async () => {
    api.reader.clusters = [aDeadCluster()];
    const { status, body } = await ask(
      api,
      'post',
      '/clusters/prod-us/scan',
      ADMIN,
    );
    expect(status).toBe(202);
    expect(body.clusters).toEqual([
      {
        cluster: 'prod-us',
        state: 'waiting',
        listsRead: 0,
        listsTotal: 0,
        objectsRead: 0,
        unread: [],
      },
    ]);
    expect(api.reader.scans[0]).not.toHaveProperty('entityRef');
  });

  it('is refused where the cluster admits users only', async () => {
    api.reader.clusters = [userOnly];
    const { status, body } = await ask(
      api,
      'post',
      '/clusters/lab/scan',
      ADMIN,
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain('auth provider google');
    expect(api.requestSweeps).not.toHaveBeenCalled();
  });
});
