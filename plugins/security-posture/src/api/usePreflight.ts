import { useApi } from '@backstage/core-plugin-api';
import type { PreflightView } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** What the scanner may read of a cluster. The cluster itself is asked, so nothing asks again but the user. */
export function usePreflight(cluster: string): Resource<PreflightView> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    cacheKeys.preflight(cluster),
    () => api.getClusterPreflight(cluster),
    {
      refreshInterval: 0,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
    },
  );
}
