import { useApi } from '@backstage/core-plugin-api';
import type { ClusterMatrix } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * How many subjects fail which control in which cluster.
 *
 * @param wanted - false asks for nothing
 */
export function useClusterMatrix(wanted: boolean): Resource<ClusterMatrix> {
  const api = useApi(securityPostureApiRef);
  return useResource(wanted ? cacheKeys.clusterMatrix() : null, () =>
    api.getClusterMatrix(),
  );
}
