import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { isJsonObject, NotEvaluatedReason } from 'security-posture-engine';

/**
 * The version of an API server as it says it: `v1.35.8`. The first request of all:
 * whatever goes wrong with it, the cluster as a whole cannot be read, which the ClusterReadError says.
 */
export async function readServerVersion(
  reader: ClusterReader,
  cluster: ClusterDescription,
  signal: AbortSignal,
): Promise<string> {
  try {
    const json = await reader.get(cluster, '/version', { signal });
    if (isJsonObject(json) && typeof json.gitVersion === 'string')
      return json.gitVersion;
  } catch (error) {
    if (!isClusterReadError(error)) throw error;
    throw clusterFailure(error);
  }
  throw new ClusterReadError('/version names no version', {
    reason: 'unreachable',
    reach: 'cluster',
  });
}

/** A first answer that is garbage, or none, means that no API server was reached. */
function clusterFailure(error: ClusterReadError): ClusterReadError {
  const { message, reason, status } = error;
  const told: readonly NotEvaluatedReason[] = [
    'forbidden',
    'needsUserCredentials',
  ];
  return new ClusterReadError(message, {
    reason: told.includes(reason) ? reason : 'unreachable',
    status,
    reach: error.reach === 'everyCluster' ? 'everyCluster' : 'cluster',
  });
}
