import { resolve } from 'node:path';
import { DemoCluster } from './DemoCluster';
import { startDemoCluster } from './startDemoCluster';
import { list } from './testing/request';

const folder = (name: string) =>
  resolve(require.resolve('../package.json'), '..', 'data', name);

describe.each(['prod-eu', 'staging'])('the written cluster %s', name => {
  let cluster: DemoCluster;

  beforeAll(async () => {
    cluster = await startDemoCluster({ name, folders: [folder(name)] });
  });
  afterAll(() => cluster.stop());

  it('serves every pod on a node of its own', async () => {
    const { items: nodes } = await list(`${cluster.url}/api/v1/nodes`);
    const { items: pods } = await list(`${cluster.url}/api/v1/pods`);
    const names = nodes.map(({ metadata }) => metadata.name);
    const homeless = pods
      .filter(({ spec }) => !names.includes(String(spec?.nodeName)))
      .map(({ metadata }) => metadata.name);
    expect(pods.length).toBeGreaterThan(20);
    expect(homeless).toEqual([]);
  });
});
