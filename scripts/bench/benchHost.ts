import { createBackend } from '@backstage/backend-defaults';
import {
  AuditorService,
  AuthService,
  BackendFeature,
  coreServices,
  createBackendPlugin,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  SignalsService,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { configOf } from './portal/configOf';
import { freePort } from '../backends/freePort';
import { quietLogger } from '../backends/quietLogger';
import { DemoProcess } from './demoProcess';

/** A backend with the real kubernetes plugin in this process, and what a plugin beside it works with. */
export interface BenchHost {
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: RootConfigService;
  readonly database: DatabaseService;
  readonly discovery: DiscoveryService;
  readonly logger: LoggerService;
  readonly signals: SignalsService;
  stop(): Promise<void>;
}

/** What a host is started with. */
export interface HostOptions {
  readonly demo: DemoProcess;
  /** As `backend.database` of the configuration. */
  readonly database: JsonObject;
  /** Plugins beside that of kubernetes. */
  readonly features?: readonly BackendFeature[];
}

/** Starts a backend whose kubernetes plugin knows the demo clusters. Logs warnings and errors only. */
export async function startBenchHost({
  demo,
  database,
  features = [],
}: HostOptions): Promise<BenchHost> {
  const backend = createBackend();
  let services: Omit<BenchHost, 'stop'> | undefined;
  const { clusters } = demo;
  backend.add(
    configOf({ clusters, database, port: await freePort(), everyHours: 6 }),
  );
  backend.add(quietLogger());
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  for (const feature of features) backend.add(feature);
  backend.add(
    createBackendPlugin({
      pluginId: 'security-posture',
      register(env) {
        env.registerInit({
          deps: {
            auditor: coreServices.auditor,
            auth: coreServices.auth,
            catalog: catalogServiceRef,
            config: coreServices.rootConfig,
            database: coreServices.database,
            discovery: coreServices.discovery,
            logger: coreServices.logger,
            signals: signalsServiceRef,
          },
          async init(given) {
            services = given;
          },
        });
      },
    }),
  );
  await backend.start();
  if (!services) throw new Error('The backend started without its plugins');
  return { ...services, stop: () => backend.stop() };
}
