import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  ClusterReader,
  securityPostureClusterReaderExtensionPoint,
} from 'backstage-plugin-security-posture-node';
import { Knex } from 'knex';
import { KubernetesPlugin } from '../collect/__testUtils__/startKubernetesPlugin';
import { securityPosturePlugin } from '../plugin';

type Feature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** What the plugin is started with. */
export interface PluginSetUp {
  readonly knex: Knex;
  /** The real kubernetes plugin, in its own process. */
  readonly kubernetes: KubernetesPlugin;
  readonly entities: readonly Entity[];
  readonly config?: JsonObject;
  /** The scheduler: a mock that runs what it is told to, or the real one. */
  readonly scheduler: Feature;
  /** Takes the place of the plugin's own reader. */
  readonly reader?: ClusterReader;
}

/** The running plugin, with every line that it logged. */
export interface StartedPlugin
  extends Pick<Awaited<ReturnType<typeof startTestBackend>>, 'server'> {
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/** Starts the real plugin; calls to the kubernetes plugin go to its process. */
export async function startPlugin(setUp: PluginSetUp): Promise<StartedPlugin> {
  const logged: string[] = [];
  const backend = await startTestBackend({
    features: [
      securityPosturePlugin,
      setUp.scheduler,
      mockServices.database.factory({ knex: setUp.knex }),
      mockServices.rootConfig.factory({ data: setUp.config ?? {} }),
      catalogServiceMock.factory({ entities: [...setUp.entities] }),
      loggerInto(logged),
      discoveryOf(setUp.kubernetes),
      ...(setUp.reader ? [readerModule(setUp.reader)] : []),
    ],
  });
  return { server: backend.server, logged, stop: () => backend.stop() };
}

/** A logger that keeps every line, with all that it was handed. */
export function loggerInto(logged: string[]) {
  const write =
    (level: string) => (message: string, meta?: Error | JsonObject) => {
      logged.push(
        `${level} ${message} ${meta instanceof Error ? meta.stack : ''} ${
          JSON.stringify(meta) ?? ''
        }`,
      );
    };
  const logger: RootLoggerService & LoggerService = {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}

function discoveryOf({ discovery }: KubernetesPlugin) {
  return createServiceFactory({
    service: coreServices.discovery,
    deps: {},
    factory: () => discovery,
  });
}

function readerModule(reader: ClusterReader) {
  return createBackendModule({
    pluginId: 'security-posture',
    moduleId: 'test-reader',
    register: env =>
      env.registerInit({
        deps: { clusterReader: securityPostureClusterReaderExtensionPoint },
        init: async ({ clusterReader }) =>
          clusterReader.addClusterReader({
            module: 'test-reader',
            id: 'test',
            reader,
          }),
      }),
  });
}
