import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { AddressInfo } from 'node:net';
import demoSignIn, { assertDemoSignInAllowed } from './demoSignIn';

const olivia = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'olivia', namespace: 'default' },
  spec: { profile: { displayName: 'Olivia Moreau' }, memberOf: ['payments'] },
};

async function startAuth() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      demoSignIn,
      catalogServiceMock.factory({ entities: [olivia] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { providers: { demo: {} } },
        },
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  return (headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/api/auth/demo/refresh`, { headers });
}

describe('the demo sign-in', () => {
  it('signs in the user that the header names, with the profile of the catalog', async () => {
    const refresh = await startAuth();
    const response = await refresh({ 'x-demo-person': 'olivia' });
    expect(await response.json()).toMatchObject({
      profile: { displayName: 'Olivia Moreau' },
      backstageIdentity: {
        identity: {
          userEntityRef: 'user:default/olivia',
        },
      },
    });
  });

  it.each([
    { case: 'no header', headers: {}, status: 401 },
    {
      case: 'somebody whom the catalog does not know',
      headers: { 'x-demo-person': 'nobody' },
      status: 404,
    },
  ])('refuses $case', async ({ headers, status }) => {
    const refresh = await startAuth();
    expect((await refresh(headers as Record<string, string>)).status).toBe(
      status,
    );
  });
});

describe('assertDemoSignInAllowed', () => {
  const configured = (demo: JsonObject) =>
    new ConfigReader({ auth: { providers: { demo } } });
  const allowed = configured({ dangerouslyAllowOutsideDevelopment: true });

  it.each([
    { case: 'no configuration', config: new ConfigReader({}) },
    { case: 'the configuration of the demo', config: configured({}) },
  ])('refuses production with $case', ({ config }) => {
    expect(() => assertDemoSignInAllowed(config, 'production')).toThrow(
      /does not start in production/,
    );
  });

  it.each([
    { config: allowed, environment: 'production' },
    { config: configured({}), environment: 'development' },
    { config: configured({}), environment: undefined },
  ])('allows $environment', ({ config, environment }) => {
    expect(() => assertDemoSignInAllowed(config, environment)).not.toThrow();
  });
});
