import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { kubernetesAuthStrategyExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';

/** An auth provider of an adopter, whose strategy yields no credential. It takes the place of all others. */
const anonymousStrategy = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'anonymous-strategy',
  register: env =>
    env.registerInit({
      deps: { strategies: kubernetesAuthStrategyExtensionPoint },
      init: async ({ strategies }) =>
        strategies.addAuthStrategy('anonymousStrategy', {
          getCredential: async () => ({ type: 'anonymous' }),
          validateCluster: () => [],
          presentAuthMetadata: () => ({}),
        }),
    }),
});

/** Starts the kubernetes plugin with this `kubernetes:` section, tells its port, and ends with its parent. */
async function main(kubernetes: JsonObject): Promise<void> {
  const { server } = await startTestBackend({
    features: [
      kubernetesPlugin,
      ...(JSON.stringify(kubernetes).includes('anonymousStrategy')
        ? [anonymousStrategy]
        : []),
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: { kubernetes } }),
    ],
  });
  process.send?.({ port: server.port() });
}

process.once('disconnect', () => process.exit(0));
process.once('message', kubernetes => {
  main(kubernetes as JsonObject).catch(error => {
    process.send?.({ error: String(error) });
  });
});
