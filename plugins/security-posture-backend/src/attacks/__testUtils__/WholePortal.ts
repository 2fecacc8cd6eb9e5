import {
  BackendFeature,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { JsonObject } from '@backstage/types';
import {
  ClusterDescription,
  ClusterReader,
  securityPostureClusterReaderExtensionPoint,
} from 'backstage-plugin-security-posture-node';
import { Knex } from 'knex';
import { ManualScheduler } from '../../__testUtils__/ManualScheduler';
import { loggerInto } from '../../__testUtils__/startPlugin';
import { fakeClusterReader } from '../../collect/__testUtils__/fakeClusterReader';
import { securityPosturePlugin } from '../../plugin';
import { ask } from '../../service/__testUtils__/callers';
import {
  catalogOf,
  decidedBy,
  forwardedUsers,
} from '../../service/__testUtils__/portalParts';
import { validateResponses } from '../../service/__testUtils__/validateResponses';
import { APPROVERS } from './access';
import { CLUSTER, OTHER_CLUSTER } from './halves';
import { ADMIN, TestPolicy } from './TestPolicy';

/** The clusters of a portal that has no reader of its own. */
export const CLUSTERS: readonly ClusterDescription[] = [
  CLUSTER,
  OTHER_CLUSTER,
].map(name => ({
  name,
  authProvider: 'serviceAccount',
  scannable: true,
}));

/** What a portal is made of. */
export interface PortalSetUp {
  readonly knex: Knex;
  readonly entities: readonly Entity[];
  readonly policy?: PermissionPolicy;
  /** Default: one cluster, which answers nothing. */
  readonly reader?: ClusterReader;
  readonly config?: JsonObject;
  /** Refs of the groups that users are in, by the refs of the users. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Other plugins that run beside. */
  readonly features?: readonly BackendFeature[];
}

/** What one plugin of the portal was asked, and by whom. */
export interface PortalCall {
  readonly plugin: string;
  readonly caller: string;
}

/** Lets no answer pass that the document does not describe. Modules are started before their plugin. */
const responsesAsDocumented = createBackendModule({
  pluginId: 'security-posture',
  moduleId: 'responses-as-documented',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      init: async ({ httpRouter }) => httpRouter.use(validateResponses()),
    });
  },
});

/** The real plugin, catalog and permission backend in one portal, over a database of our own. */
export class WholePortal {
  static async start(setUp: PortalSetUp): Promise<WholePortal> {
    const scheduler = new ManualScheduler();
    const logged: string[] = [];
    const calls: PortalCall[] = [];
    const { knex, entities, config } = setUp;
    const backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            securityPosture: { exemptions: { approvers: [...APPROVERS] } },
            ...config,
          },
        }),
        loggerInto(logged),
        databaseFor(knex),
        permissionsServiceFactory,
        forwardedUsers((plugin, caller) => calls.push({ plugin, caller })),
        membersOf(setUp.groups ?? {}),
        scheduler.factory,
        catalogPlugin,
        permissionPlugin,
        decidedBy(setUp.policy ?? new TestPolicy()),
        catalogOf(entities),
        readsFrom(setUp.reader ?? silentReader()),
        responsesAsDocumented,
        securityPosturePlugin,
        ...(setUp.features ?? []),
      ],
    });
    const portal = new WholePortal(backend, scheduler, logged, calls, knex);
    await portal.catalogToAnswer(entities);
    await scheduler.run('resolve-entities');
    // A catalog that has settled is not asked again by itself, in the middle of a test.
    await scheduler.run('resolve-entities');
    await scheduler.run('roll-up');
    calls.length = 0;
    return portal;
  }

  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    readonly scheduler: ManualScheduler,
    /** Every line that was logged, audit events among them. */
    readonly logged: readonly string[],
    /** Every request to any plugin of the portal, in their order. */
    readonly calls: PortalCall[],
    readonly knex: Knex,
  ) {}

  get server() {
    return this.backend.server;
  }

  stop(): Promise<void> {
    return this.backend.stop();
  }

  /** The catalog processes what it was given in its own time; what it has not stitched yet, it does not show. */
  private async catalogToAnswer(entities: readonly Entity[]): Promise<void> {
    const components = entities.filter(({ kind }) => kind === 'Component');
    for (let attempt = 0; attempt < 200; attempt += 1) {
      await this.scheduler.run('resolve-entities').catch(() => {});
      const { body } = await ask(this, 'get', '/entities?limit=200', ADMIN);
      const owned = (body.items ?? []).filter(
        ({ owner }: { owner?: string }) => owner,
      );
      if (owned.length === components.length) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error('The catalog did not process its entities');
  }
}

/** Our plugin gets the database of the test, every other one of its own in memory. */
function databaseFor(knex: Knex) {
  const others = DatabaseManager.fromConfig(
    new ConfigReader({
      backend: {
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    }),
  );
  return createServiceFactory({
    service: coreServices.database,
    deps: {
      plugin: coreServices.pluginMetadata,
      lifecycle: coreServices.lifecycle,
      logger: coreServices.logger,
    },
    factory: ({ plugin, lifecycle, logger }) =>
      plugin.getId() === 'security-posture'
        ? { getClient: async () => knex }
        : others.forPlugin(plugin.getId(), { lifecycle, logger }),
  });
}

function membersOf(groups: NonNullable<PortalSetUp['groups']>) {
  return createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      async getUserInfo({ principal }) {
        const { userEntityRef } = principal as BackstageUserPrincipal;
        return {
          userEntityRef,
          ownershipEntityRefs: [
            userEntityRef,
            ...(groups[userEntityRef] ?? []),
          ],
        };
      },
    }),
  });
}

function silentReader(): ClusterReader {
  return { ...fakeClusterReader({}), listClusters: async () => CLUSTERS };
}

function readsFrom(reader: ClusterReader) {
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
