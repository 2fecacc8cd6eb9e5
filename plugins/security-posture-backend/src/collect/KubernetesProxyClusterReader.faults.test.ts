import { DemoCluster, Fault } from 'security-posture-demo-cluster';
import { ResourceType } from 'security-posture-engine';
import { failureOf } from './__testUtils__/failureOf';
import { KubernetesPlugin } from './__testUtils__/startKubernetesPlugin';
import {
  ACCOUNTS,
  described,
  namesOf,
  pagesOf,
  ReaderSetUp,
  startReaderSetUp,
} from './__testUtils__/startReaderSetUp';
import { KubernetesProxyClusterReader } from './KubernetesProxyClusterReader';

describe('KubernetesProxyClusterReader where something fails', () => {
  const prod = described('prod');
  let setUp: ReaderSetUp;
  let cluster: DemoCluster;
  let open: DemoCluster;
  let plugin: KubernetesPlugin;
  let reader: KubernetesProxyClusterReader;

  beforeAll(async () => {
    setUp = await startReaderSetUp();
    ({ cluster, open, plugin, reader } = setUp);
  }, 60_000);
  afterEach(() => setUp.reset());
  afterAll(() => setUp.stop());

  const unreachable = { reason: 'unreachable' } as const;
  it.each<[string, Fault, object]>([
    [
      'refused credentials',
      { type: 'unauthorized' },
      { ...unreachable, status: 401, reach: 'cluster' },
    ],
    [
      'a forbidden kind',
      { type: 'forbidden' },
      { reason: 'forbidden', status: 403 },
    ],
    [
      'an internal error',
      { type: 'internalError' },
      { ...unreachable, status: 500 },
    ],
    [
      'a service that stays away',
      { type: 'unavailable' },
      { ...unreachable, status: 503 },
    ],
    [
      'throttling that does not end',
      { type: 'tooManyRequests', retryAfterSeconds: 3600 },
      { ...unreachable, status: 429 },
    ],
    ['a connection that is reset', { type: 'dead' }, unreachable],
    ['half an answer', { type: 'truncated' }, { reason: 'parseError' }],
    ['a page of HTML', { type: 'garbage' }, { reason: 'parseError' }],
  ])('tells %s by its reason', async (_, fault, failure) => {
    cluster.faults.set({ ...fault, resource: ACCOUNTS.plural });
    expect(await failureOf(pagesOf(reader))).toEqual(failure);
  });

  it.each<[string, Fault]>([
    ['no answer', { type: 'dead', how: 'hang' }],
    ['an answer too late', { type: 'slow', delayMs: 2_500 }],
    [
      'a connection that breaks in the body',
      { type: 'truncated', contentLength: 'wrong' },
    ],
  ])('does not wait for ever for %s', async (_, fault) => {
    cluster.faults.set({ ...fault, resource: ACCOUNTS.plural });
    const impatient = new KubernetesProxyClusterReader({
      ...plugin,
      limits: { requestMs: 1_000 },
    });
    expect(await failureOf(pagesOf(impatient))).toEqual(unreachable);
  });

  it.each(['tooManyRequests', 'unavailable'] as const)(
    'sends a request again after %s, four times in all',
    async type => {
      const fault = cluster.faults.set({ type, times: 3 });
      expect((await pagesOf(reader)).map(namesOf)).toEqual(['a,b,c,d,e']);
      expect(cluster.requests.list()).toHaveLength(4);
      cluster.faults.clear(fault);
      cluster.requests.clear();
      cluster.faults.set({ type, times: 4 });
      await expect(pagesOf(reader)).rejects.toThrow();
      expect(cluster.requests.list()).toHaveLength(4);
    },
  );

  it('waits as long as Retry-After asks', async () => {
    cluster.faults.set({
      type: 'tooManyRequests',
      retryAfterSeconds: 1,
      times: 1,
    });
    const patient = new KubernetesProxyClusterReader(plugin);
    await pagesOf(patient);
    const [first, second] = cluster.requests.list();
    expect(second.at - first.at).toBeGreaterThanOrEqual(990);
  });

  it('stops waiting when it is aborted', async () => {
    cluster.faults.set({ type: 'tooManyRequests', retryAfterSeconds: 20 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stopped')), 100);
    const patient = new KubernetesProxyClusterReader(plugin);
    await expect(
      pagesOf(patient, { signal: controller.signal }),
    ).rejects.toThrow('stopped');
  });

  it('cuts off a body over the limit', async () => {
    const limited = new KubernetesProxyClusterReader({
      ...plugin,
      limits: { bodyBytes: 100 },
    });
    expect(await failureOf(pagesOf(limited))).toEqual({
      reason: 'tooLarge',
    });
    expect((await pagesOf(reader)).map(namesOf)).toEqual(['a,b,c,d,e']);
  });

  it('tells a kind that is not served by its status', async () => {
    const widgets: ResourceType = {
      ...ACCOUNTS,
      group: 'example.org',
      plural: 'widgets',
      kind: 'Widget',
    };
    expect(await failureOf(reader.list(prod, widgets).next())).toEqual({
      reason: 'unreachable',
      status: 404,
    });
  });

  it.each([
    ['gone', { reason: 'unreachable' }],
    ['moved', { reason: 'unreachable', status: 302 }],
    ['wrong', { reason: 'unreachable', status: 401, reach: 'cluster' }],
    ['unknown', { reason: 'unreachable', reach: 'cluster' }],
  ] as const)('cannot read the cluster %s', async (name, failure) => {
    expect(await failureOf(reader.get(described(name), '/version'))).toEqual(
      failure,
    );
    expect(open.requests.list()).toEqual([]);
  });
});
