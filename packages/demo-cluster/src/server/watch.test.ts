import { DemoCluster } from '../DemoCluster';
import { startDemoCluster } from '../startDemoCluster';
import { Manifest } from '../objects/Manifest';
import { configMap } from '../testing/manifests';
import { list } from '../testing/request';

interface WatchEvent {
  type: string;
  object: Manifest & { code?: number };
}

let cluster: DemoCluster;

beforeEach(async () => {
  cluster = await startDemoCluster({
    name: 'test',
    shape: 'asWritten',
    objects: [configMap('a', { labels: { app: 'web' } }), configMap('b')],
  });
});
afterEach(() => cluster.stop());

const maps = '/api/v1/namespaces/shop/configmaps';
const reference = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'shop',
  name,
});

/** Watches for a second, changes objects meanwhile, and returns all events. */
async function watch(
  query: string,
  change: () => void = () => {},
  accept = 'application/json',
): Promise<WatchEvent[]> {
  const response = await fetch(
    `${cluster.url}${maps}?watch=true&timeoutSeconds=1&${query}`,
    { headers: { accept } },
  );
  change();
  const lines = (await response.text()).trim().split('\n').filter(Boolean);
  return lines.map(line => JSON.parse(line));
}

function shown(events: WatchEvent[]): string[] {
  return events.map(({ type, object }) => `${type} ${object.metadata.name}`);
}

const now = async () =>
  (await list(cluster.url + maps)).metadata.resourceVersion;

describe('watch', () => {
  it('begins with what is there', async () => {
    const events = await watch('');
    expect(shown(events)).toEqual(['ADDED a', 'ADDED b']);
    expect(events[0].object).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
    });
  });

  it('shows each change as it happens', async () => {
    const events = await watch(`resourceVersion=${await now()}`, () => {
      cluster.apply([configMap('c')]);
      cluster.apply([configMap('b', { data: { x: '1' } }), configMap('c')]);
      cluster.remove([reference('a')]);
    });
    expect(shown(events)).toEqual(['ADDED c', 'MODIFIED b', 'DELETED a']);
    const versions = events.map(({ object }) =>
      Number(object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((x, y) => x - y));
    expect(events[1].object.data).toEqual({ x: '1' });
  });

  it('replays what happened since a version', async () => {
    const before = await now();
    cluster.replaceObjects([configMap('b'), configMap('c')]);
    expect(shown(await watch(`resourceVersion=${before}`)).sort()).toEqual([
      'ADDED c',
      'DELETED a',
    ]);
  });

  it('follows what a selector matches', async () => {
    const query = `labelSelector=app&resourceVersion=${await now()}`;
    const events = await watch(query, () => {
      cluster.apply([configMap('b', { labels: { app: 'web' } })]);
      cluster.apply([configMap('a')]);
      cluster.apply([configMap('c')]);
    });
    expect(shown(events)).toEqual(['ADDED b', 'DELETED a']);
  });

  it('sends bookmarks when asked', async () => {
    const query = 'allowWatchBookmarks=true&sendInitialEvents=true';
    const events = await watch(query);
    expect(events.map(({ type }) => type)).toEqual([
      'ADDED',
      'ADDED',
      'BOOKMARK',
      'BOOKMARK',
    ]);
    expect(events[2].object).toEqual({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: await now(),
        annotations: { 'k8s.io/initial-events-end': 'true' },
      },
    });
  });

  it('says that a version is too old', async () => {
    const [event] = await watch('resourceVersion=5');
    expect(event.type).toBe('ERROR');
    expect(event.object).toMatchObject({
      kind: 'Status',
      reason: 'Expired',
      code: 410,
    });
  });

  it('shows metadata only when asked', async () => {
    const accept =
      'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
    const [event] = await watch('', undefined, accept);
    expect(event.object.kind).toBe('PartialObjectMetadata');
    expect(event.object).not.toHaveProperty('data');
  });
});
