import { Config } from '@backstage/config';
import { ClusterAddress } from './ClusterAddress';

/** `kubectl proxy` answers with the rights of whoever runs it. */
const PROXIES: readonly (string | undefined)[] = ['localKubectlProxy'];
/** Another Backstage stands before the cluster. */
const BACKSTAGE_PROXY = '/api/kubernetes/';

/**
 * The addresses of clusters by name, as the `config` locators of the kubernetes plugin give them.
 * What is reached through a proxy is left out, for it would answer in the place of the API server; so is what has no TLS.
 */
export function readClusterAddresses(
  config: Config,
): ReadonlyMap<string, ClusterAddress> {
  const clusters = (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(locator => locator.getOptionalString('type') === 'config')
    .flatMap(locator => locator.getOptionalConfigArray('clusters') ?? []);
  const addresses = new Map<string, ClusterAddress>();
  for (const cluster of clusters) {
    const name = cluster.getString('name');
    const address = addressOf(cluster);
    if (address && !addresses.has(name)) addresses.set(name, address);
  }
  return addresses;
}

function addressOf(cluster: Config): ClusterAddress | undefined {
  const text = cluster.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isDirect =
    url?.protocol === 'https:' &&
    !url.pathname.includes(BACKSTAGE_PROXY) &&
    !PROXIES.includes(cluster.getOptionalString('authProvider'));
  if (!url || !isDirect) return undefined;
  const caData = cluster.getOptionalString('caData');
  const caFile = cluster.getOptionalString('caFile');
  return {
    url,
    ...(caData ? { ca: Buffer.from(caData, 'base64').toString('utf8') } : {}),
    ...(caFile ? { caFile } : {}),
    skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
  };
}
