import { createBackend } from '@backstage/backend-defaults';
import {
  AuthService,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { AddressInfo, createServer } from 'node:net';
import { DemoProcess } from './demoProcess';

/** A backend with the real kubernetes plugin, and what a plugin beside it calls it with. */
export interface KubernetesHost {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  stop(): Promise<void>;
}

/** Starts a backend whose kubernetes plugin knows the demo clusters. Logs warnings and errors only. */
export async function startKubernetesHost(
  demo: DemoProcess,
): Promise<KubernetesHost> {
  const port = await freePort();
  const backend = createBackend();
  let services: { auth: AuthService; discovery: DiscoveryService } | undefined;
  backend.add(configOf(demo, port));
  backend.add(quietLogger());
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(
    createBackendPlugin({
      pluginId: 'security-posture',
      register(env) {
        env.registerInit({
          deps: { auth: coreServices.auth, discovery: coreServices.discovery },
          async init({ auth, discovery }) {
            services = { auth, discovery };
          },
        });
      },
    }),
  );
  await backend.start();
  if (!services) throw new Error('The backend started without its plugins');
  return { ...services, stop: () => backend.stop() };
}

function configOf(demo: DemoProcess, port: number) {
  const clusters = demo.clusters.map(({ name, url }) => ({
    name,
    url,
    authProvider: 'serviceAccount',
    serviceAccountToken: 'bench-reader',
    skipTLSVerify: true,
    skipMetricsLookup: true,
  }));
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { host: '127.0.0.1', port },
          auth: { keys: [{ secret: 'only-this-process-knows-it' }] },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [{ type: 'config', clusters }],
        },
      }) as never,
  });
}

/** The kubernetes plugin writes three lines for every page that it passes on. */
function quietLogger() {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const logger: LoggerService = {
    error: say,
    warn: say,
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
