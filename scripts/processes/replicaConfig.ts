import { JsonObject } from '@backstage/types';
import type { DemoCluster } from 'security-posture-demo-cluster';

/** What a backend process is started with. */
export interface ReplicaSetUp {
  /** URL of a PostgreSQL database that its plugins share, each with a schema of its own; undefined for SQLite in memory. */
  readonly database?: string;
  readonly clusters: readonly Pick<DemoCluster, 'name' | 'url'>[];
  /** A file of catalog entities. */
  readonly catalogFile: string;
  /** What it shows to clusters. */
  readonly clusterToken: string;
  /** What a caller shows to it. */
  readonly callerToken: string;
  /** The section `securityPosture`. */
  readonly securityPosture?: JsonObject;
}

/** The configuration of a backend process that listens on `port`. */
export function replicaConfig(setUp: ReplicaSetUp, port: number): JsonObject {
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: databaseConfig(setUp.database),
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: setUp.callerToken, subject: 'bench' },
          },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['Component', 'System', 'Domain', 'Group', 'User'] }],
      locations: [{ type: 'file', target: setUp.catalogFile }],
    },
    kubernetes: kubernetesConfig(setUp),
    securityPosture: setUp.securityPosture ?? {},
  };
}

function databaseConfig(url: string | undefined): JsonObject {
  if (url === undefined)
    return { client: 'better-sqlite3', connection: ':memory:' };
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    client: 'pg',
    pluginDivisionMode: 'schema',
    ensureExists: false,
    ensureSchemaExists: true,
    connection: {
      host: hostname,
      port: Number(port),
      user: username,
      password,
      database: pathname.slice(1),
    },
  };
}

function kubernetesConfig({ clusters, clusterToken }: ReplicaSetUp) {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: clusters.map(({ name, url }) => ({
          name,
          url,
          authProvider: 'serviceAccount',
          serviceAccountToken: clusterToken,
          skipTLSVerify: true,
          skipMetricsLookup: true,
        })),
      },
    ],
  };
}
