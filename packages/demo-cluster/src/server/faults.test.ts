import { DemoCluster } from '../DemoCluster';
import { Fault } from '../faults/Fault';
import { startDemoCluster } from '../startDemoCluster';
import { configMap } from '../testing/manifests';
import { list, request } from '../testing/request';

let cluster: DemoCluster;

beforeAll(async () => {
  cluster = await startDemoCluster({
    name: 'test',
    objects: ['a', 'b', 'c'].map(name => configMap(name)),
    tokens: [{ token: 'x', rules: 'all' }],
  });
});
afterEach(() => cluster.faults.clear());
afterAll(() => cluster.stop());

const headers = { authorization: 'Bearer x' };
const url = (path: string) => cluster.url + path;
const maps = '/api/v1/namespaces/shop/configmaps';

describe('faults over HTTP', () => {
  it.each<[Fault, number, string, string | null]>([
    [{ type: 'unauthorized' }, 401, 'Unauthorized', null],
    [{ type: 'forbidden' }, 403, 'Forbidden', null],
    [
      { type: 'tooManyRequests', retryAfterSeconds: 7 },
      429,
      'TooManyRequests',
      '7',
    ],
    [{ type: 'tooManyRequests' }, 429, 'TooManyRequests', '1'],
    [{ type: 'internalError' }, 500, 'InternalError', null],
    [{ type: 'unavailable' }, 503, 'ServiceUnavailable', null],
    [
      { type: 'unavailable', retryAfterSeconds: 2 },
      503,
      'ServiceUnavailable',
      '2',
    ],
  ])('%j answers %s', async (fault, status, reason, retryAfter) => {
    cluster.faults.set({ ...fault, resource: 'configmaps', times: 1 });
    expect((await request(url('/api/v1/pods'), { headers })).status).toBe(200);
    const broken = await request(url(maps), { headers });
    expect(broken.status).toBe(status);
    expect(broken.body).toMatchObject({ kind: 'Status', reason, code: status });
    expect(broken.headers.get('retry-after')).toBe(retryAfter);
    expect((await request(url(maps), { headers })).status).toBe(200);
  });

  it('forbids in the words of Kubernetes', async () => {
    cluster.faults.set({ type: 'forbidden', resource: 'deployments.apps' });
    const { body } = await request(url('/apis/apps/v1/deployments'), {
      headers,
    });
    expect(body.message).toContain(
      'cannot list resource "deployments" in API group "apps" at the cluster scope',
    );
  });

  it('expires a list in its middle', async () => {
    cluster.faults.set({ type: 'expired', times: 1 });
    const first = await list(url(`${maps}?limit=1`), headers);
    const more = `${maps}?limit=1&continue=${first.metadata.continue}`;
    const { status, body } = await request(url(more), { headers });
    expect([status, body.reason]).toEqual([410, 'Expired']);
    expect((await list(url(more), headers)).items).toHaveLength(1);
  });

  it('is slow', async () => {
    cluster.faults.set({ type: 'slow', delayMs: 80 });
    const began = performance.now();
    expect((await request(url(maps), { headers })).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it('closes the connection', async () => {
    cluster.faults.set({ type: 'dead' });
    await expect(fetch(url(maps), { headers })).rejects.toThrow('fetch failed');
  });

  it('never answers', async () => {
    cluster.faults.set({ type: 'dead', how: 'hang' });
    const signal = AbortSignal.timeout(150);
    await expect(fetch(url(maps), { headers, signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    const { path, status } = cluster.requests.list().at(-1) ?? {};
    expect({ path, status }).toEqual({ path: maps, status: undefined });
  });

  it('ends cleanly in the middle of the JSON', async () => {
    cluster.faults.set({ type: 'truncated' });
    const response = await fetch(url(maps), { headers });
    const text = await response.text();
    expect(text.length).toBe(Number(response.headers.get('content-length')));
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('breaks off before what it promised', async () => {
    cluster.faults.set({ type: 'truncated', contentLength: 'wrong' });
    const response = await fetch(url(maps), { headers });
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('answers with a web page', async () => {
    cluster.faults.set({ type: 'garbage' });
    const response = await fetch(url(maps), { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  });
});
