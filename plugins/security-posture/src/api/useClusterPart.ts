import { useApi } from '@backstage/core-plugin-api';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** What a view of a cluster's page shows; `cluster` is the cluster alone. */
export type ClusterPart =
  | 'cluster'
  | 'overview'
  | 'controls'
  | 'nodes'
  | 'namespaces'
  | 'access'
  | 'attestations'
  | 'sweeps';

/**
 * A part of what is known of a cluster.
 *
 * @param read - asks the API for it
 * @param query - what else the answer depends on
 */
export function useClusterPart<T>(
  cluster: string,
  part: ClusterPart,
  read: (api: SecurityPostureApi) => Promise<T>,
  query: object = {},
): Resource<T> {
  const api = useApi(securityPostureApiRef);
  const answer = useResource(
    cacheKeys.cluster(cluster, part, query),
    () => read(api),
    { keepPreviousData: part !== 'overview' },
  );
  useRefreshOnSignal(answer);
  return answer;
}
