import { JsonObject } from '@backstage/types';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DirectCluster } from '../../../examples/security-posture-module-example/src/DirectClusterReader';
import { DemoClusterConfig } from './PastClusters';

const ROOT = resolve(__dirname, '../../..');

/** Folder of the demo's data. */
export const DATA = resolve(ROOT, 'packages/demo-cluster/data');

const APP_CONFIG = resolve(ROOT, 'app-config.yaml');
const DEMO_CLUSTERS = resolve(ROOT, 'scripts/portal/demoClusters.yaml');

/** Where the past is made. */
export interface PastPlace {
  readonly baseUrl: string;
  readonly port: number;
  /** Folder of the database. */
  readonly database: string;
}

/** The configuration of the demo portal, with the address and the database of the past. */
export async function pastConfig(place: PastPlace): Promise<JsonObject> {
  const config = await readYaml(APP_CONFIG);
  const { baseUrl, port, database } = place;
  return {
    ...config,
    app: { ...config.app, baseUrl },
    backend: {
      ...config.backend,
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        ...config.backend.database,
        connection: { directory: database },
      },
    },
  };
}

/** The clusters that are registered in the demo portal, those that answer at these addresses. */
export async function registeredClusters(
  urls: ReadonlyMap<string, string>,
): Promise<DirectCluster[]> {
  const { kubernetes } = await readYaml(APP_CONFIG);
  const [locator] = kubernetes.clusterLocatorMethods;
  return locator.clusters.map(({ name, title, url }: DirectCluster) => ({
    name,
    title,
    url: urls.get(name) ?? url,
  }));
}

/** The clusters of the demo that answer, with the folders of their objects. */
export async function demoClusters(): Promise<DemoClusterConfig[]> {
  const { clusters } = await readYaml(DEMO_CLUSTERS);
  return clusters.map((cluster: DemoClusterConfig) => ({
    ...cluster,
    data: cluster.data.map(folder => resolve(DEMO_CLUSTERS, '..', folder)),
  }));
}

async function readYaml(file: string) {
  return parse(await readFile(file, 'utf8'));
}
