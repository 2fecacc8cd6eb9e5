import { Config } from '@backstage/config';
import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  isClusterReadError,
  ListOptions,
  ListPage,
  ReadOptions,
} from 'backstage-plugin-security-posture-node';
import {
  isJsonObject,
  JsonObject,
  ResourceType,
} from 'security-posture-engine';
import { contactedAuthProviders, namedAuthProviders } from './authProviders';
import { clusterHeaders } from './clusterHeaders';
import {
  KubernetesPluginClient,
  PluginClientServices,
} from './KubernetesPluginClient';
import { listPathOf, METADATA_LIST, parseListPage } from './listPage';
import { DEFAULT_PROXY_LIMITS, ProxyLimits } from './ProxyLimits';
import { proxyPath } from './proxyPath';
import { readJson } from './readBody';

const JSON_TYPE = 'application/json';
const PAGE_SIZE = 500;
const EXPIRED = 410;

/** What the reader may be told beside the services that it calls with. */
export interface ProxyClusterReaderOptions extends PluginClientServices {
  /** Auth providers beside the known ones whose clusters may be contacted. */
  readonly authProviders?: readonly string[];
  readonly limits?: Partial<ProxyLimits>;
}

/**
 * Reads clusters through the proxy of the kubernetes plugin, with its configuration and this plugin's own token.
 * Sends GET requests only, never reads the contents of Secrets,
 * and never contacts a cluster whose auth provider could make the proxy forward that token to it.
 */
export class KubernetesProxyClusterReader implements ClusterReader {
  private readonly client: KubernetesPluginClient;
  private readonly contacted: ReadonlySet<string>;

  /** Reads `securityPosture.clusters.authProviders`. Throws InputError where that names what cannot work. */
  static fromConfig(
    config: Config,
    services: PluginClientServices,
  ): KubernetesProxyClusterReader {
    return new KubernetesProxyClusterReader({
      ...services,
      authProviders: namedAuthProviders(config),
    });
  }

  constructor(options: ProxyClusterReaderOptions) {
    const limits = { ...DEFAULT_PROXY_LIMITS, ...options.limits };
    this.client = new KubernetesPluginClient(options, limits);
    this.contacted = contactedAuthProviders(options.authProviders);
  }

  async listClusters(
    signal?: AbortSignal,
  ): Promise<readonly ClusterDescription[]> {
    const path = '/clusters';
    try {
      const body = await this.client.open({
        route: path,
        path,
        accept: JSON_TYPE,
        signal,
      });
      return this.describe(await readJson(body, path));
    } catch (error) {
      throw isClusterReadError(error) ? pluginFailure(error) : error;
    }
  }

  async *list(
    cluster: ClusterDescription,
    resource: ResourceType,
    options: ListOptions = {},
  ): AsyncGenerator<ListPage> {
    let position: string | undefined;
    let hasRestarted = false;
    let restarted = false;
    do {
      try {
        const page = await this.page(cluster, resource, position, options);
        yield { ...page.contents, ...(restarted ? { restarted } : {}) };
        restarted = false;
        position = page.next;
      } catch (error) {
        if (hasRestarted || !position || !hasExpired(error)) throw error;
        hasRestarted = true;
        restarted = true;
        position = undefined;
      }
    } while (position || restarted);
  }

  async get(
    cluster: ClusterDescription,
    path: string,
    options: ReadOptions & { readonly accept?: string } = {},
  ): Promise<unknown> {
    const accept = options.accept ?? JSON_TYPE;
    return readJson(await this.stream(cluster, path, accept, options), path);
  }

  async stream(
    cluster: ClusterDescription,
    path: string,
    accept: string,
    options: ReadOptions = {},
  ): Promise<AsyncIterable<Uint8Array>> {
    return this.client.open({
      route: `/proxy${proxyPath(path, accept)}`,
      path: path.split('?')[0],
      accept,
      headers: clusterHeaders(cluster, this.contacted),
      cluster: cluster.name,
      signal: options.signal,
    });
  }

  private async page(
    cluster: ClusterDescription,
    resource: ResourceType,
    position: string | undefined,
    options: ListOptions,
  ) {
    const path = listPathOf(resource, options.limit ?? PAGE_SIZE, position);
    const accept = options.metadataOnly ? METADATA_LIST : JSON_TYPE;
    const json = await this.get(cluster, path, { ...options, accept });
    return parseListPage(json, resource, position);
  }

  private describe(json: unknown): readonly ClusterDescription[] {
    const items = isJsonObject(json) ? json.items : undefined;
    if (!Array.isArray(items) || !items.every(isCluster))
      throw new ClusterReadError('the answer to /clusters lists no clusters', {
        reason: 'parseError',
      });
    return items.map(({ name, title, authProvider }) => ({
      name,
      ...(typeof title === 'string' ? { title } : {}),
      authProvider,
      scannable: this.contacted.has(authProvider) || 'needsUserCredentials',
    }));
  }
}

function isCluster(item: unknown): item is JsonObject & {
  readonly name: string;
  readonly authProvider: string;
} {
  return (
    isJsonObject(item) &&
    typeof item.name === 'string' &&
    typeof item.authProvider === 'string'
  );
}

function hasExpired(error: unknown): boolean {
  return isClusterReadError(error) && error.status === EXPIRED;
}

/** Whatever keeps the list of clusters away keeps every cluster away. */
function pluginFailure(error: ClusterReadError): ClusterReadError {
  const refused = error.reach === 'cluster';
  return new ClusterReadError(
    refused
      ? error.message
      : 'the kubernetes plugin is not installed or unreachable',
    { reason: 'unreachable', reach: 'everyCluster', status: error.status },
  );
}
