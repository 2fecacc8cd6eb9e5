import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterDescription,
  ClusterReader,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { ListedCluster } from '../database/operations/syncClusters';

/** What the registry works with. */
export interface ClusterRegistryOptions {
  readonly reader: ClusterReader;
  readonly production: readonly string[];
  /** Keeps the clusters that the kubernetes plugin lists. */
  readonly save: (clusters: readonly ListedCluster[]) => Promise<void>;
  readonly logger: LoggerService;
}

/** Knows which clusters the kubernetes plugin lists. */
export class ClusterRegistry {
  private known = new Map<string, ClusterDescription>();
  private lastFailure: string | undefined;

  constructor(private readonly options: ClusterRegistryOptions) {}

  /**
   * Lists the clusters afresh and keeps them. Where the kubernetes plugin does not answer, what is known stays as it is,
   * and the log says so once.
   */
  async refresh(): Promise<void> {
    const clusters = await this.list();
    if (!clusters) return;
    this.known = new Map(clusters.map(cluster => [cluster.name, cluster]));
    const production = new Set(this.options.production);
    await this.options.save(
      clusters.map(({ name, title, authProvider, scannable }) => ({
        name,
        ...(title ? { title } : {}),
        authProvider,
        production: production.has(name),
        scannable: scannable === true,
      })),
    );
  }

  /** The cluster of a name; asks the kubernetes plugin where it is not known yet. Throws where there is none. */
  async describe(name: string): Promise<ClusterDescription> {
    if (!this.known.has(name)) await this.refresh();
    const cluster = this.known.get(name);
    if (!cluster)
      throw new Error(`The kubernetes plugin lists no cluster ${name}`);
    return cluster;
  }

  private async list(): Promise<readonly ClusterDescription[] | undefined> {
    try {
      const clusters = await this.options.reader.listClusters();
      this.lastFailure = undefined;
      return clusters;
    } catch (error) {
      if (!isClusterReadError(error)) throw error;
      if (this.lastFailure !== error.message)
        this.options.logger.warn(error.message);
      this.lastFailure = error.message;
      return undefined;
    }
  }
}
