import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
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
  private readonly told = new Set<string>();

  constructor(private readonly options: ClusterRegistryOptions) {}

  /**
   * Lists the clusters afresh and keeps them. Where the kubernetes plugin does not answer, what is known stays as it is,
   * and the log says so once.
   */
  async refresh(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      if (!isClusterReadError(error)) throw error;
      this.warnOnce(error.message);
    }
  }

  /**
   * The cluster of a name; asks the kubernetes plugin where it is not known yet.
   * Rejects with a ClusterReadError where that does not answer, or lists no such cluster.
   */
  async describe(name: string): Promise<ClusterDescription> {
    if (!this.known.has(name)) await this.load();
    const cluster = this.known.get(name);
    if (!cluster)
      throw new ClusterReadError('the kubernetes plugin has no such cluster', {
        reason: 'unreachable',
        reach: 'cluster',
      });
    return cluster;
  }

  private async load(): Promise<void> {
    const listed = await this.options.reader.listClusters();
    this.known = this.byName(listed);
    const production = new Set(this.options.production);
    await this.options.save(
      [...this.known.values()].map(
        ({ name, title, authProvider, scannable }) => ({
          name,
          ...(title ? { title } : {}),
          authProvider,
          production: production.has(name),
          scannable: scannable === true,
        }),
      ),
    );
    this.warnOfUnknown(production);
  }

  /**
   * Of clusters of the same name the first counts, as for the kubernetes plugin, whose order may change while a locator fails:
   * the name is contacted only if none of them admits users only.
   */
  private byName(
    listed: readonly ClusterDescription[],
  ): Map<string, ClusterDescription> {
    const known = new Map<string, ClusterDescription>();
    for (const cluster of listed) {
      const first = known.get(cluster.name);
      if (first)
        this.warnOnce(
          `The kubernetes plugin lists more than one cluster of the name ${cluster.name}: only the first is scanned`,
        );
      if (!first) known.set(cluster.name, cluster);
      else if (first.scannable === true)
        known.set(cluster.name, { ...first, scannable: cluster.scannable });
    }
    return known;
  }

  private warnOfUnknown(production: ReadonlySet<string>): void {
    for (const name of production) {
      if (!this.known.has(name))
        this.warnOnce(
          `securityPosture.clusters.production names ${name}, which the kubernetes plugin does not list`,
        );
    }
  }

  private warnOnce(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.options.logger.warn(message);
  }
}
