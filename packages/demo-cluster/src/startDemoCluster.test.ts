import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoCluster } from './DemoCluster';
import { DemoClusterOptions, startDemoCluster } from './startDemoCluster';
import { configMap, workload } from './testing/manifests';
import { list, namesOf, request } from './testing/request';

let cluster: DemoCluster;

async function start(options: Partial<DemoClusterOptions>) {
  cluster = await startDemoCluster({ name: 'test', ...options });
}

const pods = (query = '') =>
  list(`${cluster.url}/api/v1/namespaces/shop/pods${query}`);
const maps = () => list(`${cluster.url}/api/v1/namespaces/shop/configmaps`);

afterEach(() => cluster.stop());

describe('a live cluster', () => {
  it('follows a Deployment as it is applied, changed and removed', async () => {
    await start({ objects: [configMap('a')] });
    cluster.apply([workload('Deployment', { spec: { replicas: 2 } })]);
    const before = namesOf(await pods());
    expect(before).toHaveLength(2);
    const pod = { containers: [{ name: 'web', image: 'nginx:1.30' }] };
    cluster.apply([workload('Deployment', { spec: { replicas: 3 }, pod })]);
    const after = namesOf(await pods());
    expect(after).toHaveLength(3);
    expect(after.filter(name => before.includes(name))).toEqual([]);
    cluster.remove([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
    ]);
    expect(namesOf(await pods())).toEqual([]);
    expect(namesOf(await maps())).toEqual(['a', 'kube-root-ca.crt']);
  });

  it('leaves the versions of unchanged objects alone', async () => {
    await start({ objects: [configMap('a'), workload('Deployment')] });
    const versionOf = async () => (await pods()).metadata.resourceVersion;
    const before = await versionOf();
    cluster.apply([configMap('a'), workload('Deployment')]);
    expect(await versionOf()).toBe(before);
    cluster.apply([configMap('b')]);
    expect(await versionOf()).toBe(String(Number(before) + 1));
  });

  it('replaces everything that was written', async () => {
    await start({ objects: [configMap('a'), workload('Deployment')] });
    cluster.replaceObjects([configMap('b')]);
    expect(namesOf(await pods())).toEqual([]);
    expect(namesOf(await maps())).toEqual(['b', 'kube-root-ca.crt']);
  });

  it('removes a namespace with its contents', async () => {
    await start({ objects: [configMap('a'), workload('Deployment')] });
    cluster.remove([{ apiVersion: 'v1', kind: 'Namespace', name: 'shop' }]);
    const url = `${cluster.url}/api/v1/namespaces/shop`;
    expect((await request(url)).status).toBe(404);
    expect([...namesOf(await pods()), ...namesOf(await maps())]).toEqual([]);
  });

  it('selects pods by the labels of their template', async () => {
    await start({
      objects: [workload('Deployment'), workload('Job', { name: 'once' })],
    });
    expect((await pods('?labelSelector=app%3Dweb')).items).toHaveLength(1);
  });

  it('puts objects without a namespace into default', async () => {
    const { namespace, ...metadata } = configMap('a').metadata;
    await start({ objects: [{ ...configMap('a'), metadata }] });
    const url = `${cluster.url}/api/v1/namespaces/default/configmaps/a`;
    expect((await request(url)).body).toMatchObject({
      metadata: { name: 'a', namespace: 'default' },
    });
  });

  it('serves a generated cluster', async () => {
    await start({ generate: { size: 'S', seed: 1, cluster: 1 } });
    const body = await list(`${cluster.url}/api/v1/pods`);
    expect(body.items).toHaveLength(90);
    expect(body.metadata.resourceVersion).toBe(
      String(999 + cluster.objectCount),
    );
  });
});

describe('a cluster as written', () => {
  it('holds the objects and nothing else, even broken ones', async () => {
    const broken = workload('Deployment', { pod: { containers: 'none' } });
    await start({ shape: 'asWritten', objects: [broken] });
    expect(cluster.objectCount).toBe(1);
    const { items } = await list(`${cluster.url}/apis/apps/v1/deployments`);
    expect(items[0].spec).toEqual(broken.spec);
  });
});

describe('folders', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-cluster-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are loaded, and of two objects with one name the later counts', async () => {
    const json = (data: Record<string, string>) =>
      JSON.stringify(configMap('a', { data }));
    await writeFile(join(folder, '1.yaml'), json({ x: '1' }));
    await writeFile(join(folder, '2.json'), json({ x: '2' }));
    await writeFile(join(folder, 'notes.txt'), 'no manifest');
    await start({ folders: [folder], shape: 'asWritten' });
    expect((await maps()).items).toMatchObject([{ data: { x: '2' } }]);
  });
});

describe('a wrong version', () => {
  it('is refused', async () => {
    await start({});
    await expect(
      startDemoCluster({ name: 'x', version: '1.35' }),
    ).rejects.toThrow(`'1.35' is not a Kubernetes version`);
  });
});
