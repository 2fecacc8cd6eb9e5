import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';

/** What differs between the backends of a benchmark. */
export interface PortalSettings {
  readonly clusters: readonly { readonly name: string; readonly url: string }[];
  /** As `backend.database` of the configuration. */
  readonly database: JsonObject;
  readonly port: number;
  /** Hours between two sweeps of a cluster. */
  readonly everyHours: number;
}

/** The configuration of a portal that knows these clusters. */
export function configOf({
  clusters,
  database,
  port,
  everyHours,
}: PortalSettings) {
  const baseUrl = `http://127.0.0.1:${port}`;
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        app: { baseUrl },
        backend: { baseUrl, listen: { host: '127.0.0.1', port }, database },
        auth: {
          providers: { demo: { dangerouslyAllowOutsideDevelopment: true } },
        },
        permission: { enabled: true },
        // The entities come once, from the benchmark: nothing is to be read again while it measures.
        catalog: { processingInterval: { hours: 24 } },
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            { type: 'config', clusters: clusters.map(clusterConfig) },
          ],
        },
        securityPosture: {
          collect: { configMaps: true },
          sweeps: { everyHours },
        },
      }) as never,
  });
}

function clusterConfig({
  name,
  url,
}: PortalSettings['clusters'][number]): JsonObject {
  return {
    name,
    url,
    authProvider: 'serviceAccount',
    serviceAccountToken: 'bench-reader',
    skipTLSVerify: true,
    skipMetricsLookup: true,
  };
}
