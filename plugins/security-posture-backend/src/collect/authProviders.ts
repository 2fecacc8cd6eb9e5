import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Auth providers of the kubernetes plugin that need no user. */
const SERVICE_AUTH_PROVIDERS = [
  'serviceAccount',
  'aws',
  'azure',
  'googleServiceAccount',
  'localKubectlProxy',
];

/** Auth providers that only ever work with a user's own token. */
const USER_AUTH_PROVIDERS = ['aks', 'google', 'oidc'];

const CONFIG_KEY = 'securityPosture.clusters.authProviders';

/** The auth providers that the adopter named beside the known ones. */
export function namedAuthProviders(
  config: Config,
): readonly string[] | undefined {
  return config.getOptionalStringArray(CONFIG_KEY);
}

/**
 * The auth providers whose clusters may be contacted: those that need no user, and those that the adopter named.
 * A strategy that yields no credential makes the proxy forward the Backstage token of the caller to the cluster,
 * so whoever names a provider vouches that its strategy always yields one.
 * Throws InputError where a provider is named that cannot work without a user.
 */
export function contactedAuthProviders(
  named: readonly string[] = [],
): ReadonlySet<string> {
  const impossible = named.find(name => USER_AUTH_PROVIDERS.includes(name));
  if (impossible)
    throw new InputError(
      `${CONFIG_KEY} must not name '${impossible}': its clusters admit users only, and would be sent a Backstage token.`,
    );
  return new Set([...SERVICE_AUTH_PROVIDERS, ...named]);
}
