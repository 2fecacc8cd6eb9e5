import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DemoCluster,
  DemoClusterOptions,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { postgresServer } from './postgresServer';
import { Replica, startReplica } from './startReplica';
import { ReplicaSetUp } from './replicaConfig';
import { SHOP } from './shop';
import { SHOP_ENTITIES } from './shopEntities';

/** The schema of our tables where plugins share a database. */
const SCHEMA = 'security-posture';

/** What clusters of a bench hold, and the catalog that belongs to it. */
export interface BenchContent {
  readonly clusters: readonly DemoClusterOptions[];
  /** Catalog entities as YAML. */
  readonly entities: string;
}

/** Clusters of these names, each with the same shop. */
export function shops(...names: readonly string[]): BenchContent {
  return {
    clusters: names.map(name => ({ name, objects: SHOP })),
    entities: SHOP_ENTITIES,
  };
}

/** A PostgreSQL database and demo clusters, with backend processes over them. */
export class ReplicaBench {
  /** Starts the clusters; the environment names the PostgreSQL server, as it does for the other tests. */
  static async start(content: BenchContent): Promise<ReplicaBench> {
    const server = postgresServer();
    const database = `replicas_${randomBytes(6).toString('hex')}`;
    const admin = knexFactory({ client: 'pg', connection: server });
    await admin.raw('CREATE DATABASE ??', [database]);
    const url = new URL(server);
    url.pathname = `/${database}`;
    const folder = await mkdtemp(join(tmpdir(), 'replicas-'));
    await writeFile(join(folder, 'catalog.yaml'), content.entities);
    const clusters = await Promise.all(
      content.clusters.map(options => startDemoCluster(options)),
    );
    return new ReplicaBench(admin, url.toString(), folder, clusters);
  }

  private readonly replicas: Replica[] = [];
  /** Our tables. */
  readonly knex: Knex;

  private constructor(
    private readonly admin: Knex,
    /** URL of the database. */
    readonly database: string,
    private readonly folder: string,
    readonly clusters: readonly DemoCluster[],
  ) {
    this.knex = knexFactory({
      client: 'pg',
      connection: database,
      searchPath: SCHEMA,
      pool: { min: 0, max: 4 },
    });
  }

  cluster(name: string): DemoCluster {
    return this.clusters.find(cluster => cluster.name === name)!;
  }

  /** Starts a backend process whose name is its token for the clusters. */
  async startReplica(
    name: string,
    rest: Partial<ReplicaSetUp> = {},
  ): Promise<Replica> {
    const replica = await startReplica({
      database: this.database,
      clusters: this.clusters,
      catalogFile: join(this.folder, 'catalog.yaml'),
      clusterToken: name,
      callerToken: 'the-bench-asks',
      ...rest,
    });
    this.replicas.push(replica);
    return replica;
  }

  /** Which replicas asked a cluster, in the order of their requests; each once per unbroken series. */
  seriesOf(name: string): readonly string[] {
    const askers = this.cluster(name)
      .requests.list()
      .map(({ authorization = '' }) => authorization.replace('Bearer ', ''));
    return askers.filter((asker, index) => asker !== askers[index - 1]);
  }

  /** What is open in a cluster, without what differs from one cluster to the next. */
  async openFindings(name: string): Promise<readonly string[]> {
    const rows = await this.knex('findings as f')
      .join('subjects as s', 's.id', 'f.subject_id')
      .where({ 'f.cluster': name })
      .whereNull('f.closed_at')
      .whereNot({ 's.type': 'cluster' })
      .select('f.control_id', 'f.outcome', 'f.reason', 'f.violations')
      .select('s.kind', 's.namespace', 's.name');
    return rows.map(row => Object.values(row).join(' ')).sort();
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map(replica => replica.kill()));
    await this.knex.destroy();
    await this.admin.raw('DROP DATABASE ?? WITH (FORCE)', [
      new URL(this.database).pathname.slice(1),
    ]);
    await this.admin.destroy();
    await Promise.all(this.clusters.map(cluster => cluster.stop()));
    await rm(this.folder, { recursive: true });
  }
}

/** Asks until the answer is true, and says what was waited for where it never is. */
export async function waitUntil(
  what: string,
  seconds: number,
  isReached: () => Promise<boolean> | boolean,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isReached())) {
    if (Date.now() > end)
      throw new Error(`Within ${seconds} seconds it was not so that ${what}`);
    await sleep(100);
  }
}
