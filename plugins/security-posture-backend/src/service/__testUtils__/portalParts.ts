import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Who asked which plugin: the ref of a user or the subject of a service. */
export type SeeCaller = (plugin: string, caller: string) => void;

/**
 * Tells apart a user's own request from one that a plugin forwards, which the mocks do not:
 * the permission backend answers with conditions to plugins only.
 */
export function forwardedUsers(seeCaller: SeeCaller = () => {}) {
  return createServiceFactory({
    service: coreServices.httpAuth,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }): HttpAuthService {
      const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
      const credentials: HttpAuthService['credentials'] = async (
        request,
        options,
      ) => {
        const found = await httpAuth.credentials(request, options);
        const { principal } = found as {
          principal: { userEntityRef?: string; subject?: string };
        };
        const { userEntityRef, subject = 'nobody' } = principal;
        seeCaller(plugin.getId(), userEntityRef ?? subject);
        const forwarded = /mock-service-token/.test(
          request.headers.authorization ?? '',
        );
        return userEntityRef && forwarded
          ? (mockCredentials.user(userEntityRef, {
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
}

/** Lets the permission backend decide by a policy. */
export function decidedBy(policy: PermissionPolicy) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { extension: policyExtensionPoint },
        async init({ extension }) {
          extension.setPolicy(policy);
        },
      });
    },
  });
}

/** Fills the catalog. */
export function catalogOf(entities: readonly Entity[]) {
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
