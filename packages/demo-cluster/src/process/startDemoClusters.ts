import { DemoCluster } from '../DemoCluster';
import { startDemoCluster } from '../startDemoCluster';
import { ControlServer } from './ControlServer';
import { ClusterOptions, ProcessOptions } from './ProcessOptions';

/** The clusters of a process, and the port that controls them. */
export interface DemoClusters {
  clusters: DemoCluster[];
  /** Undefined if no control port was asked for. */
  controlUrl?: string;
  stop(): Promise<void>;
}

/** What all clusters of a process keep where nothing else was asked for: all of S and M. */
const defaultCacheCharacters = 256_000_000;

/**
 * Starts all clusters of a process, or none.
 *
 * @throws Error with one clear sentence, after closing what was open already.
 */
export async function startDemoClusters(
  options: ProcessOptions,
): Promise<DemoClusters> {
  const clusters: DemoCluster[] = [];
  const control = new ControlServer(clusters);
  const stop = async () => {
    await control.stop();
    await Promise.all(clusters.map(cluster => cluster.stop()));
  };
  const { controlPort, cacheCharacters = defaultCacheCharacters } = options;
  const share = Math.floor(cacheCharacters / options.clusters.length);
  try {
    for (const cluster of options.clusters) {
      clusters.push(await startOne(cluster, share));
    }
    const controlUrl =
      controlPort === undefined ? undefined : await control.start(controlPort);
    return { clusters, controlUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startOne(
  { data, ...cluster }: ClusterOptions,
  cacheShare: number,
): Promise<DemoCluster> {
  return startDemoCluster({
    ...cluster,
    folders: data,
    cacheCharacters: cacheShare,
  });
}
