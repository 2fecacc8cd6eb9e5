import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { securityPostureClusterReaderExtensionPoint } from 'backstage-plugin-security-posture-node';
import { DemoCluster } from 'security-posture-demo-cluster';
import request from 'supertest';
import { DirectClusterReader } from '../DirectClusterReader';

type Database = Parameters<typeof mockServices.database.factory>[0];
type Feature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/** What a portal of these tests has. */
export interface PortalOptions {
  /** The plugin, and its modules. */
  readonly features: readonly Feature[];
  readonly cluster?: DemoCluster;
  readonly database?: Database;
  readonly config?: NonNullable<
    Parameters<typeof mockServices.rootConfig.factory>[0]
  >['data'];
}

/** The component that finds its workloads by the label of its own name. */
const CART = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'cart' },
  },
};

/** Its ref. */
export const CART_REF = 'component:default/cart';

/** A portal with the real plugin, which sweeps when it is told to. Rejects where the plugin does not start. */
export async function startPortal(options: PortalOptions) {
  const { features, cluster, database, config = {} } = options;
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      ...features,
      ...(cluster ? [readerOf(cluster)] : []),
      ...(database ? [mockServices.database.factory(database)] : []),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogServiceMock.factory({ entities: [CART] }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  const ask = (method: 'get' | 'post', path: string) =>
    request(backend.server)
      [method](`/api/security-posture/v1${path}`)
      .set('authorization', mockCredentials.user.header());
  return {
    ask,
    stop: () => backend.stop(),
    sweep: async () => {
      await scheduler.triggerTask('list-clusters');
      await ask('post', '/clusters/demo/scan').expect(202);
    },
  };
}

function readerOf({ url }: DemoCluster): Feature {
  return createBackendModule({
    pluginId: 'security-posture',
    moduleId: 'demo-reader',
    register: env =>
      env.registerInit({
        deps: { readers: securityPostureClusterReaderExtensionPoint },
        init: async ({ readers }) =>
          readers.addClusterReader({
            module: 'demo-reader',
            id: 'demo',
            reader: new DirectClusterReader([{ name: 'demo', url }]),
          }),
      }),
  });
}
