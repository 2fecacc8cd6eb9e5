import { useApi } from '@backstage/core-plugin-api';
import type { ClustersResponse } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** The clusters with their states, versions, scores and last sweeps. */
export function useClusters(): Resource<ClustersResponse> {
  const api = useApi(securityPostureApiRef);
  const clusters = useResource(cacheKeys.clusters(), () => api.getClusters());
  useRefreshOnSignal(clusters);
  return clusters;
}
