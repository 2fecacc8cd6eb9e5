import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Id of the sign-in provider; its config key is `auth.providers.demo`. */
export const DEMO_PROVIDER_ID = 'demo';

/** Request header that names the chosen person: the name of a User entity. */
export const DEMO_PERSON_HEADER = 'x-demo-person';

type DemoPerson = { name: string };

const demoAuthenticator = createProxyAuthenticator<
  undefined,
  DemoPerson,
  undefined
>({
  async defaultProfileTransform({ name }, context) {
    const { entity } = await context.findCatalogUser({
      entityRef: userEntityRef(name),
    });
    return { profile: (entity.spec?.profile ?? {}) as object };
  },
  initialize: () => undefined,
  async authenticate({ req }) {
    const name = req.header(DEMO_PERSON_HEADER);
    if (!name) {
      throw new AuthenticationError(
        `Choose a person: the request has no ${DEMO_PERSON_HEADER} header`,
      );
    }
    return { result: { name } };
  },
});

function userEntityRef(name: string) {
  return { kind: 'User', namespace: 'default', name };
}

/**
 * Throws in production unless
 * `auth.providers.demo.dangerouslyAllowOutsideDevelopment` is true, so that no
 * portal carries this sign-in without anyone having asked for it.
 */
export function assertDemoSignInAllowed(
  config: Config,
  nodeEnvironment: string | undefined,
): void {
  const isAllowed = config.getOptionalBoolean(
    `auth.providers.${DEMO_PROVIDER_ID}.dangerouslyAllowOutsideDevelopment`,
  );
  if (nodeEnvironment === 'production' && !isAllowed) {
    throw new Error(
      'The demo sign-in lets anyone be anybody and does not start in production: ' +
        'put a real sign-in provider in its place in packages/backend',
    );
  }
}

/**
 * Signs in whomever the request names, without any proof: for the demo portal
 * only. Anyone that the catalog knows as a User may be chosen.
 */
const authModuleDemoSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-sign-in',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        assertDemoSignInAllowed(config, process.env.NODE_ENV);
        providers.registerProvider({
          providerId: DEMO_PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: userEntityRef(result.name),
              }),
          }),
        });
      },
    });
  },
});

export default authModuleDemoSignIn;
