import { createBackend } from '@backstage/backend-defaults';
import {
  AuthService,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import { ClusterReader } from 'backstage-plugin-security-posture-node';
import demoPolicy from '../../../packages/backend/src/demoPolicy';
import demoSignIn from '../../../packages/backend/src/demoSignIn';
import { ManualScheduler } from '../../../plugins/security-posture-backend/src/__testUtils__/ManualScheduler';
import { ModuleAdditions } from '../../../plugins/security-posture-backend/src/extend/ModuleAdditions';
import { wirePlugin } from '../../../plugins/security-posture-backend/src/wirePlugin';
import { quietLogger } from '../../backends/quietLogger';
import { PastClock } from './PastClock';

/** The demo portal in the past: nothing happens by itself. */
export interface PastPortal {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly scheduler: ManualScheduler;
  stop(): Promise<void>;
}

/** What the plugin finds in the past. */
export interface PastSurroundings {
  readonly clock: PastClock;
  readonly reader: ClusterReader;
}

type PluginInPast = Omit<PastPortal, 'stop'>;

/**
 * Starts the backend of the demo portal without its pages and its way to clusters. The plugin has the clock that is
 * given, and its tasks run when they are told to.
 *
 * @param config - that of the demo portal, with the address and the database of the past
 */
export async function startPastPortal(
  config: JsonObject,
  { clock, reader }: PastSurroundings,
): Promise<PastPortal> {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config) as never,
    }),
  );
  backend.add(quietLogger());
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(demoSignIn);
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(demoPolicy);
  backend.add(import('@backstage/plugin-catalog-backend'));
  let plugin: PluginInPast | undefined;
  backend.add(pluginInPast({ clock, reader }, started => (plugin = started)));
  await backend.start();
  if (!plugin) throw new Error('The backend started without the plugin');
  return { ...plugin, stop: () => backend.stop() };
}

/** The plugin under a clock of its own, wired as in any backend but for the scheduler. */
function pluginInPast(
  { clock, reader }: PastSurroundings,
  onStart: (plugin: PluginInPast) => void,
) {
  return createBackendPlugin({
    pluginId: 'security-posture',
    register(env) {
      const additions = new ModuleAdditions();
      additions.addClusterReader({ module: 'past', id: 'past', reader });
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          signals: signalsServiceRef,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, permissionsRegistry, ...services }) {
          const scheduler = new ManualScheduler();
          const { router, scanner } = await wirePlugin({
            ...services,
            scheduler: scheduler as never,
            extensions: additions.close(services.config),
            clock: clock.now,
          });
          permissionsRegistry.addPermissions(securityPosturePermissions);
          httpRouter.use(router);
          await scanner.start();
          const { auth, catalog } = services;
          onStart({ auth, catalog, scheduler });
        },
      });
    },
  });
}
