import { ClusterShape, ClusterState } from './ClusterState';
import { DemoCluster } from './DemoCluster';
import { Faults } from './faults/Faults';
import { GeneratorSpec } from './generator/GeneratorSpec';
import { generateCluster } from './generator/generateCluster';
import { loadFolder } from './load/loadFolder';
import { loadPages, ServerPages } from './load/loadPages';
import {
  KubernetesVersion,
  parseKubernetesVersion,
} from './objects/KubernetesVersion';
import { Manifest } from './objects/Manifest';
import { ManifestSource, sourceOf } from './objects/ManifestSource';
import { ResourceCatalog } from './objects/ResourceCatalog';
import { DemoToken } from './server/AccessRule';
import { Api } from './server/Api';
import { ApiServer } from './server/ApiServer';
import { defaultMetrics } from './server/defaultMetrics';
import { RequestLog } from './server/RequestLog';
import { JsonCache } from './store/JsonCache';
import { Snapshots } from './store/Snapshots';

/** The Kubernetes version of a cluster that names none. */
export const defaultKubernetesVersion = 'v1.35.8';

export interface DemoClusterOptions {
  name: string;
  /** Default: any that is free. */
  port?: number;
  /** Default: `127.0.0.1`. */
  host?: string;
  /** As `/version` tells it. Default: `v1.35.8`. */
  version?: string;
  /** Objects, folders and the generator may be combined. */
  objects?: readonly Manifest[];
  /** What `/metrics` tells. Default: `metrics.prom` of its folders, else its version. */
  metrics?: string;
  /** What `/flagz` tells, by flag. Default: `flagz.txt` of its folders, else it has no `/flagz`. */
  flags?: Record<string, string>;
  /** Folders or files of YAML or JSON. */
  folders?: readonly string[];
  generate?: GeneratorSpec;
  /** Default: `live`. */
  shape?: ClusterShape;
  /** Who may do what. Default: everybody may read everything, without a token. */
  tokens?: DemoToken[];
  /** Milliseconds that every answer takes at least. Default: 0. */
  latencyMs?: number;
  /** The time from which all times of objects count back. Default: now. */
  now?: Date;
  /** How long a `continue` token lives. Default: 300. */
  continueSeconds?: number;
  /** How many characters of JSON it keeps between lists. Default: 32 million. */
  cacheCharacters?: number;
}

/**
 * Starts a cluster.
 *
 * @throws Error with one clear sentence if its port is taken, its version is
 *   none, or a file cannot be read.
 */
export async function startDemoCluster(
  options: DemoClusterOptions,
): Promise<DemoCluster> {
  const host = options.host ?? '127.0.0.1';
  const version = parseKubernetesVersion(
    options.version ?? defaultKubernetesVersion,
  );
  const state = createState(options, version);
  state.load(await readSources(options));
  const faults = new Faults();
  const requests = new RequestLog();
  const server = new ApiServer({
    api: createApi(await withPages(options), version, state),
    faults,
    log: requests,
    latencyMs: options.latencyMs ?? 0,
  });
  const port = await server.start(host, options.port ?? 0);
  return {
    name: options.name,
    url: `http://${host}:${port}`,
    port,
    faults,
    requests,
    get objectCount() {
      return state.store.size;
    },
    apply: manifests => state.apply(manifests),
    replaceObjects: manifests => state.replace(manifests),
    remove: references => state.remove(references),
    stop: () => server.stop(),
  };
}

function createState(
  options: DemoClusterOptions,
  version: KubernetesVersion,
): ClusterState {
  return new ClusterState(
    new ResourceCatalog(Number(version.minor)),
    options.shape ?? 'live',
    {
      now: options.now ?? new Date(),
      version: version.gitVersion,
      cluster: options.name,
    },
  );
}

async function withPages(
  options: DemoClusterOptions,
): Promise<DemoClusterOptions> {
  const pages = await Promise.all((options.folders ?? []).map(loadPages));
  const { metrics, flags }: ServerPages = Object.assign({}, ...pages);
  return {
    ...options,
    metrics: options.metrics ?? metrics,
    flags: options.flags ?? flags,
  };
}

function createApi(
  options: DemoClusterOptions,
  version: KubernetesVersion,
  state: ClusterState,
): Api {
  return new Api({
    cluster: options.name,
    version,
    metrics: options.metrics ?? defaultMetrics(version),
    flags: options.flags,
    catalog: state.catalog,
    store: state.store,
    tokens: options.tokens,
    snapshots: new Snapshots((options.continueSeconds ?? 300) * 1000),
    json: new JsonCache(options.cacheCharacters ?? 32_000_000),
  });
}

async function readSources(
  options: DemoClusterOptions,
): Promise<ManifestSource[]> {
  const folders = await Promise.all((options.folders ?? []).map(loadFolder));
  return [
    ...(options.generate ? generateCluster(options.generate) : []),
    ...folders.flat().map(sourceOf),
    ...(options.objects ?? []).map(sourceOf),
  ];
}
