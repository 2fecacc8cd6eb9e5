import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { SecurityPostureService } from './securityPostureServiceRef';
import { securityPostureServiceRef } from './securityPostureServiceRef';

/** A plugin that keeps the service it was given, and one that answers in the place of Security Posture. */
async function startPortal() {
  const asked: { path: string; user?: string }[] = [];
  let service: SecurityPostureService | undefined;
  const caller = createBackendPlugin({
    pluginId: 'caller',
    register: env =>
      env.registerInit({
        deps: { posture: securityPostureServiceRef },
        init: async ({ posture }) => {
          service = posture;
        },
      }),
  });
  const posture = createBackendPlugin({
    pluginId: 'security-posture',
    register: env =>
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        init: async ({ auth, http, httpAuth }) =>
          http.use(async (request, response) => {
            const credentials = await httpAuth.credentials(request);
            asked.push({
              path: request.url,
              ...(auth.isPrincipal(credentials, 'user')
                ? { user: credentials.principal.userEntityRef }
                : {}),
            });
            response.json({ items: [] });
          }),
      }),
  });
  await startTestBackend({ features: [caller, posture] });
  return { asked, service: service! };
}

describe('securityPostureServiceRef', () => {
  it('asks as the user whose credentials it is given', async () => {
    const { asked, service } = await startPortal();
    const credentials = mockCredentials.user('user:default/vera');
    await service.as(credentials).getClusters();
    expect(asked).toEqual([
      { path: '/v1/clusters', user: 'user:default/vera' },
    ]);
  });

  it('asks as the calling plugin where it is given its own credentials', async () => {
    const { asked, service } = await startPortal();
    const auth = mockServices.auth({ pluginId: 'caller' });
    await service.as(await auth.getOwnServiceCredentials()).getClusters();
    expect(asked).toEqual([{ path: '/v1/clusters' }]);
  });
});
