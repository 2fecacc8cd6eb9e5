import {
  ClusterDescription,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';

/**
 * The headers by which the proxy of the kubernetes plugin knows a cluster.
 * The strategy of `localKubectlProxy` yields no credential; the empty header keeps the token of this plugin at home.
 * Throws `needsUserCredentials` for a cluster whose auth provider is not among those that are contacted.
 */
export function clusterHeaders(
  { name, authProvider }: ClusterDescription,
  contacted: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  if (!contacted.has(authProvider))
    throw new ClusterReadError(
      `the clusters of ${authProvider} admit users only`,
      { reason: 'needsUserCredentials', reach: 'cluster' },
    );
  return {
    'Backstage-Kubernetes-Cluster': name,
    ...(authProvider === 'localKubectlProxy'
      ? { 'Backstage-Kubernetes-Authorization': '' }
      : {}),
  };
}
