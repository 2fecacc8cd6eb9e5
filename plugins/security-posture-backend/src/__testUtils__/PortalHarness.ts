import {
  ClusterView,
  EntityPosture,
  FindingView,
  ImportKind,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { ask } from '../service/__testUtils__/callers';
import {
  DemoComponents,
  demoComponents,
  DemoWorld,
  OTHER_WEB,
} from './DemoWorld';
import { ManualScheduler } from './ManualScheduler';
import { startPlugin, StartedPlugin } from './startPlugin';

const GUEST = 'user:default/guest';

/** The real plugin over the clusters of a world, with a scheduler that runs what it is told to. */
export class PortalHarness {
  /** Starts it, and waits for the first sweeps. */
  static async start(
    world: DemoWorld,
    knex: Knex,
    components: DemoComponents = 'storefront',
  ): Promise<PortalHarness> {
    const scheduler = new ManualScheduler();
    const plugin = await startPlugin({
      knex,
      scheduler: scheduler.factory,
      kubernetes: world.kubernetes,
      reader: world.reader(),
      entities: [OTHER_WEB, ...(await demoComponents(components))],
      config: {
        securityPosture: {
          collect: { configMaps: true },
          sweeps: { maxConcurrent: 8 },
        },
      },
    });
    await scheduler.run('list-clusters');
    await scheduler.settle();
    return new PortalHarness(plugin, scheduler, knex);
  }

  /** Everything that the API answered. */
  readonly answers: string[] = [];

  private constructor(
    private readonly plugin: StartedPlugin,
    readonly scheduler: ManualScheduler,
    readonly knex: Knex,
  ) {}

  get server(): StartedPlugin['server'] {
    return this.plugin.server;
  }

  get logged(): readonly string[] {
    return this.plugin.logged;
  }

  stop(): Promise<void> {
    return this.plugin.stop();
  }

  get<T>(path: string): Promise<T> {
    return this.ask('get', path, 200);
  }

  post<T>(path: string): Promise<T> {
    return this.ask('post', path, 202);
  }

  /** Posts a document of another tool. */
  import<T>(kind: ImportKind, cluster: string, document: object): Promise<T> {
    const path = `/imports/${kind}?cluster=${cluster}`;
    return this.ask('post', path, 201, document);
  }

  /** Asks for scans of clusters and waits for their ends. */
  async scan(...clusters: string[]): Promise<void> {
    for (const cluster of clusters)
      await this.post(`/clusters/${cluster}/scan`);
    await this.scheduler.settle();
  }

  async clusterOf(name: string): Promise<ClusterView> {
    const { items } = await this.get<{ items: ClusterView[] }>('/clusters');
    return items.find(cluster => cluster.name === name)!;
  }

  scanOf(id: string): Promise<ScanView> {
    return this.get(`/scans/${id}`);
  }

  postureOf(name: string): Promise<EntityPosture> {
    return this.get(`/entities/component/default/${name}/posture`);
  }

  async findingsOf(name: string): Promise<readonly FindingView[]> {
    const path = `/entities/component/default/${name}/findings?limit=200`;
    return (await this.get<{ items: FindingView[] }>(path)).items;
  }

  /** What of a posture does not change with the time of the answer. */
  async judgedOf(name: string) {
    const posture = await this.postureOf(name);
    const { state, score, controls, open, workloads, findings } = posture;
    return {
      ...{ state, score, controls, open, workloads },
      findings: findings.items.map(
        ({ key, control, outcome, openedAt, staleSince }) =>
          [
            key,
            control,
            outcome,
            // What could not be judged opens anew with each new reason.
            ...(outcome === 'fail' ? [openedAt, staleSince] : []),
          ].join(' '),
      ),
    };
  }

  private async ask<T>(
    method: 'get' | 'post',
    path: string,
    expected: number,
    body?: object,
  ): Promise<T> {
    const asked = ask(this.plugin, method, path, GUEST);
    const { status, text } = await asked.send(body);
    this.answers.push(text);
    if (status !== expected)
      throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
    return JSON.parse(text) as T;
  }
}
