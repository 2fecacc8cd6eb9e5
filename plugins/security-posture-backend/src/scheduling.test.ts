import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  ClusterView,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { testDatabases } from './database/__testUtils__/testDatabases';
import { ask } from './service/__testUtils__/callers';
import { DemoWorld, OTHER_WEB } from './__testUtils__/DemoWorld';
import { startPlugin, StartedPlugin } from './__testUtils__/startPlugin';

const GUEST = 'user:default/guest';

let world: DemoWorld;
beforeAll(async () => {
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  let plugin: StartedPlugin;
  afterEach(() => plugin?.stop());

  async function waitFor<T>(
    path: string,
    isReached: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + 40_000;
    for (;;) {
      const { text } = await ask(plugin, 'get', path, GUEST);
      const answer = JSON.parse(text) as T;
      if (isReached(answer) || Date.now() > end) return answer;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  it("sweeps new clusters soon, and again on request, by Backstage's own scheduler", async () => {
    plugin = await startPlugin({
      knex: await open(),
      scheduler: schedulerServiceFactory,
      kubernetes: world.kubernetes,
      entities: [OTHER_WEB],
    });
    const { items } = await waitFor<{ items: ClusterView[] }>(
      '/clusters',
      answer =>
        answer.items.length === 5 &&
        answer.items.every(({ state }) => state !== 'neverScanned'),
    );
    expect(items.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'gone unreachable',
      'open scanned',
      'other scanned',
      'prod scanned',
      'trap needsUserCredentials',
    ]);

    const asked = await ask(plugin, 'post', '/clusters/open/scan', GUEST);
    expect(asked.status).toBe(202);
    const { id } = asked.body as ScanView;
    const scan = await waitFor<ScanView>(`/scans/${id}`, ({ state }) =>
      ['finished', 'failed'].includes(state),
    );
    expect(scan.state).toBe('finished');
  });
});
