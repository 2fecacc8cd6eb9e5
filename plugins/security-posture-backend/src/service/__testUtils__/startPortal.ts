import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { postureScanCreatePermission } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { DatabaseImportStore } from '../../database/DatabaseImportStore';
import { DatabaseOrganisationReader } from '../../database/DatabaseOrganisationReader';
import { DatabasePostureReader } from '../../database/DatabasePostureReader';
import { settings } from '../../views/__testUtils__/samples';
import { createRouter } from '../createRouter';
import { validateResponses } from './validateResponses';

/** Whom the policy lets see and scan everything; everyone else sees and scans what they own. */
export const PLATFORM_ENGINEER = 'user:default/paul';

const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    if (user?.info.userEntityRef === PLATFORM_ENGINEER)
      return { result: AuthorizeResult.ALLOW };
    const isOwner = catalogConditions.isEntityOwner({
      claims: user?.info.ownershipEntityRefs ?? [],
    });
    for (const conditional of [
      catalogEntityReadPermission,
      postureScanCreatePermission,
    ]) {
      if (isPermission(permission, conditional))
        return createCatalogConditionalDecision(conditional, isOwner);
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

/**
 * Tells apart a user's own request from one that a plugin forwards, which the mocks do not:
 * the permission backend answers with conditions to plugins only.
 */
const forwardedUsers = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    const credentials: HttpAuthService['credentials'] = async (
      request,
      options,
    ) => {
      const found = await httpAuth.credentials(request, options);
      const { principal } = found as { principal: { userEntityRef?: string } };
      const forwarded = /mock-service-token/.test(
        request.headers.authorization ?? '',
      );
      return principal.userEntityRef && forwarded
        ? (mockCredentials.user(principal.userEntityRef, {
            actor: { subject: 'plugin:forwarding' },
          }) as typeof found)
        : found;
    };
    return {
      credentials,
      issueUserCookie: (...cookie) => httpAuth.issueUserCookie(...cookie),
    };
  },
});

const ownersOnly = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-only',
  register(env) {
    env.registerInit({
      deps: { extension: policyExtensionPoint },
      async init({ extension }) {
        extension.setPolicy(policy);
      },
    });
  },
});

function catalogOf(entities: readonly Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

function pluginOver(knex: Knex, now: number) {
  return createBackendPlugin({
    pluginId: 'security-posture',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ httpRouter, ...services }) {
          const store = new DatabasePostureReader(knex);
          httpRouter.use(validateResponses());
          httpRouter.use(
            await createRouter({
              ...services,
              reader: store,
              organisation: new DatabaseOrganisationReader(knex),
              scans: store,
              imports: new DatabaseImportStore(knex),
              preflight: async () => ({ answers: false, items: [] }),
              requestSweeps: async () => {},
              settings,
              clock: () => now,
            }),
          );
        },
      });
    },
  });
}

/** Starts the API over a database, with the real catalog, the real permission backend and a policy with conditions. */
export async function startPortal(
  knex: Knex,
  entities: readonly Entity[],
  now: number,
) {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      permissionsServiceFactory,
      forwardedUsers,
      catalogPlugin,
      permissionPlugin,
      ownersOnly,
      catalogOf(entities),
      pluginOver(knex, now),
    ],
  });
}
