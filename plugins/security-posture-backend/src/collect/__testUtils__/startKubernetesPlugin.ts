import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { PluginClientServices } from '../KubernetesPluginClient';

/** How one cluster is registered with the kubernetes plugin. */
export interface RegisteredCluster {
  readonly name: string;
  readonly url: string;
  /** Default: `serviceAccount`. Of a plugin with `anonymousStrategy`, which yields no credential, it is the only one. */
  readonly authProvider?: string;
  readonly serviceAccountToken?: string;
  readonly title?: string;
}

/** The real kubernetes plugin, and what our plugin calls it with. */
export interface KubernetesPlugin extends PluginClientServices {
  stop(): Promise<void>;
}

/**
 * Starts the real kubernetes plugin for these clusters, in a process of its own:
 * it loads an ES module at run time, which Jest cannot do beside our own dependencies.
 */
export async function startKubernetesPlugin(
  clusters: readonly RegisteredCluster[],
): Promise<KubernetesPlugin> {
  const child = fork(require.resolve('./kubernetesPluginProcess'), {
    execArgv: [
      '--no-deprecation',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const port = await portOf(child, kubernetesConfig(clusters));
  return {
    ...servicesFor(`http://localhost:${port}/api`),
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** What our plugin calls a backend with. Its own tokens begin with `OWN_TOKEN`. */
export function servicesFor(apiUrl: string): PluginClientServices {
  return {
    auth: mockServices.auth({ pluginId: 'security-posture' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async plugin => `${apiUrl}/${plugin}`,
    }),
  };
}

/** How every Backstage token of a test begins. */
export const OWN_TOKEN = 'mock-service-token';

/** Messages of other senders, such as the TypeScript loader, are passed over. */
function portOf(child: ChildProcess, kubernetes: JsonObject): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`The kubernetes plugin did not start: ${why}`));
    child.on('message', (message: { port?: number; error?: string }) => {
      if (message.port) resolve(message.port);
      if (message.error) fail(message.error);
    });
    child.once('error', error => fail(error.message));
    child.once('exit', code => fail(`it ended with ${code}`));
    child.send(kubernetes);
  });
}

function kubernetesConfig(clusters: readonly RegisteredCluster[]): JsonObject {
  return {
    serviceLocatorMethod: { type: 'multiTenant' },
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: clusters.map(cluster => ({
          authProvider: 'serviceAccount',
          skipTLSVerify: true,
          skipMetricsLookup: true,
          ...cluster,
        })),
      },
    ],
  };
}
