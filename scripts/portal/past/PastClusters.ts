import {
  DemoCluster,
  loadFolder,
  loadPages,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { freePort } from '../../backends/freePort';
import { utcDay } from '../../../plugins/security-posture-backend/src/database/utcDay';
import { ClusterState, clusterAsOf } from './clusterAsOf';
import { ClusterChange } from './Story';
import { storyTime } from './storyTime';

/** A demo cluster as its configuration names it. */
export interface DemoClusterConfig {
  readonly name: string;
  /** `v1.35.8`. */
  readonly version: string;
  /** Folders of its objects. */
  readonly data: readonly string[];
}

/** A cluster with what is needed to serve it as of any time. */
interface Remembered {
  readonly name: string;
  readonly port: number;
  readonly today: ClusterState;
  readonly pages: Awaited<ReturnType<typeof loadPages>>;
  /** The newest first. */
  readonly changes: readonly ClusterChange[];
}

/** The demo clusters, each on a port of its own, as they were at one time after the other. */
export class PastClusters {
  private running: readonly DemoCluster[] = [];
  /** What is served: the day, and the clusters' states on it. */
  private served = '';

  private constructor(private readonly clusters: readonly Remembered[]) {}

  /** Reads the clusters of today. Nothing is served yet. */
  static async load(
    configs: readonly DemoClusterConfig[],
    changes: readonly ClusterChange[],
  ): Promise<PastClusters> {
    return new PastClusters(
      await Promise.all(configs.map(config => remember(config, changes))),
    );
  }

  /** Where the clusters are served. */
  get urls(): ReadonlyMap<string, string> {
    return new Map(
      this.clusters.map(({ name, port }) => [name, `http://127.0.0.1:${port}`]),
    );
  }

  /** Serves every cluster as it was at a time, but those that did not answer. Both times are epoch milliseconds. */
  async serveAsOf(time: number, today: number): Promise<void> {
    const states = this.clusters.map(cluster => ({
      cluster,
      later: cluster.changes.filter(change => storyTime(change, today) > time),
    }));
    const wanted = [utcDay(time), ...states.map(({ later }) => later.length)];
    if (this.served === wanted.join()) return;
    await this.stop();
    this.served = wanted.join();
    this.running = await Promise.all(
      states.flatMap(({ cluster, later }) => {
        const state = clusterAsOf(cluster.today, later);
        return state.answers ? serve(cluster, state, time) : [];
      }),
    );
  }

  /** Serves nothing any more. */
  async stop(): Promise<void> {
    await Promise.all(this.running.map(cluster => cluster.stop()));
    this.running = [];
  }
}

async function remember(
  { name, version, data }: DemoClusterConfig,
  changes: readonly ClusterChange[],
): Promise<Remembered> {
  const objects = await Promise.all(data.map(loadFolder));
  const pages = await Promise.all(data.map(loadPages));
  return {
    name,
    port: await freePort(),
    today: { objects: objects.flat(), version, answers: true },
    pages: Object.assign({}, ...pages),
    changes: changes
      .filter(({ cluster }) => cluster === name)
      .sort((left, right) => storyTime(right, 0) - storyTime(left, 0)),
  };
}

function serve(
  { name, port, pages }: Remembered,
  { objects, version }: ClusterState,
  time: number,
): Promise<DemoCluster> {
  return startDemoCluster({
    name,
    port,
    version,
    objects,
    ...pages,
    now: new Date(time),
  });
}
