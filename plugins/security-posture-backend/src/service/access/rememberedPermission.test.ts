import { NOW } from '../../views/__testUtils__/samples';
import { ask } from '../__testUtils__/callers';
import {
  ADMIN,
  foundCompany,
  HALF_BLIND,
  pathOf,
} from '../__testUtils__/company';
import { startApi, StartedApi } from '../__testUtils__/startApi';

const READ = 'security-posture.posture.read';
const TEN_SECONDS = 10_000;

describe('the permission to read postures', () => {
  let api: StartedApi;

  beforeEach(async () => {
    api = await startApi(NOW);
    foundCompany(api);
  });

  afterEach(() => api.stop());

  async function statusFor(caller: string, entity = 0): Promise<number> {
    const path = `${pathOf(entity)}/posture`;
    return (await ask(api, 'get', path, caller)).status;
  }

  function deny(caller: string): void {
    api.policy.rights.set(caller, { denied: [READ] });
  }

  it('is remembered for ten seconds, and no longer', async () => {
    expect(await statusFor(ADMIN)).toBe(200);
    deny(ADMIN);
    api.time.now += TEN_SECONDS - 1;
    expect(await statusFor(ADMIN, 1)).toBe(200);
    api.time.now += 1;
    expect(await statusFor(ADMIN, 1)).toBe(403);
  });

  it('is asked again at once by who was refused', async () => {
    deny(ADMIN);
    expect(await statusFor(ADMIN)).toBe(403);
    api.policy.rights.set(ADMIN, { sees: () => true });
    expect(await statusFor(ADMIN)).toBe(200);
  });

  it('is remembered of nobody else', async () => {
    expect(await statusFor(ADMIN)).toBe(200);
    deny(HALF_BLIND);
    expect(await statusFor(HALF_BLIND)).toBe(403);
  });

  it('shows nothing that the catalog has hidden since from who sees a part of it', async () => {
    expect(await statusFor(HALF_BLIND)).toBe(200);
    api.policy.rights.set(HALF_BLIND, { sees: () => false });
    expect(await statusFor(HALF_BLIND)).toBe(404);
  });

  it('remembered, is not that to ask for a scan', async () => {
    expect(await statusFor(ADMIN)).toBe(200);
    api.policy.rights.set(ADMIN, { denied: ['security-posture.scan.create'] });
    const scan = await ask(api, 'post', `${pathOf(0)}/scan`, ADMIN);
    expect(scan.status).toBe(403);
  });
});
