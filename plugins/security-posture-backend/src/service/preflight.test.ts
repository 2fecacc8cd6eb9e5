import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
  foundCompany(api);
});

afterAll(() => api.stop());

const preflight = (name: string) =>
  ask(api, 'get', `/clusters/${name}/preflight`, ADMIN);

it('tells what a cluster lets be read, and asks it twice a minute at most', async () => {
  const items = [
    {
      name: 'roles',
      state: 'unreadable',
      reason: 'forbidden',
      controls: ['rbac-wildcard'],
      grantedBy: 'cluster-role.yaml',
    },
  ] as const;
  api.preflight.mockResolvedValue({
    answers: true,
    kubernetesVersion: 'v1.35.8',
    items: items.map(item => ({ ...item, controls: [...item.controls] })),
  });
  const answer = await preflight('prod-eu');
  expect(answer.body).toEqual({
    cluster: 'prod-eu',
    checkedAt: new Date(NOW).toISOString(),
    answers: true,
    kubernetesVersion: 'v1.35.8',
    items,
  });
  await preflight('prod-eu');
  expect(api.preflight).toHaveBeenCalledTimes(1);
  api.time.now += 30_000;
  await preflight('prod-eu');
  expect(api.preflight).toHaveBeenCalledTimes(2);
});

it('says so where the cluster does not answer', async () => {
  api.time.now += 60_000;
  api.preflight.mockResolvedValue({
    answers: false,
    reason: 'unreachable',
    items: [],
  });
  const answer = await preflight('prod-eu');
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ answers: false, reason: 'unreachable' });
});

it('knows no cluster that is not configured', async () => {
  expect((await preflight('nowhere')).status).toBe(404);
});
