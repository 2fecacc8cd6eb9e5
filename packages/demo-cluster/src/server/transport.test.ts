import { DemoCluster } from '../DemoCluster';
import { DemoClusterOptions, startDemoCluster } from '../startDemoCluster';
import { configMap } from '../testing/manifests';
import { list, request } from '../testing/request';

let cluster: DemoCluster;

async function start(options: Partial<DemoClusterOptions> = {}) {
  const objects = [configMap('a'), configMap('b')];
  cluster = await startDemoCluster({ name: 'test', objects, ...options });
}

const maps = (query = '') => `${cluster.url}/api/v1/configmaps${query}`;

afterEach(() => cluster.stop());

describe('transport', () => {
  it('compresses large answers only, and only for those who accept it', async () => {
    const data = { text: 'x'.repeat(200_000) };
    await start({
      objects: [configMap('large', { data }), configMap('small')],
    });
    const encodingOf = async (path: string, accepted: string) => {
      const response = await fetch(cluster.url + path, {
        headers: { 'accept-encoding': accepted },
      });
      expect(await response.json()).toHaveProperty('kind');
      return response.headers.get('content-encoding');
    };
    const large = '/api/v1/namespaces/shop/configmaps/large';
    const small = '/api/v1/namespaces/shop/configmaps/small';
    expect(await encodingOf(large, 'gzip')).toBe('gzip');
    expect(await encodingOf(large, 'identity')).toBeNull();
    expect(await encodingOf(large, 'gzip;q=0')).toBeNull();
    expect(await encodingOf(small, 'gzip')).toBeNull();
  });

  it('takes as long as its latency', async () => {
    await start({ latencyMs: 60 });
    const began = performance.now();
    await list(maps());
    expect(performance.now() - began).toBeGreaterThanOrEqual(55);
  });

  it('logs what reached it', async () => {
    await start();
    const headers = { authorization: 'Bearer x', accept: 'application/json' };
    await list(maps('?limit=1'), headers);
    await request(`${cluster.url}/nowhere`);
    expect(cluster.requests.list()).toMatchObject([
      {
        method: 'GET',
        path: '/api/v1/configmaps',
        query: { limit: '1' },
        accept: 'application/json',
        authorization: 'Bearer x',
        status: 200,
      },
      { path: '/nowhere', status: 404 },
    ]);
    cluster.requests.clear();
    expect(cluster.requests.list()).toEqual([]);
  });

  it('says in one sentence that its port is taken', async () => {
    await start();
    await expect(
      startDemoCluster({ name: 'second', port: cluster.port }),
    ).rejects.toThrow(`Port ${cluster.port} on 127.0.0.1 is taken`);
  });
});
