import { useApi } from '@backstage/core-plugin-api';
import type { ClustersResponse } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** The clusters that the user may see, to choose from. */
export function useClusterChoices(): Resource<ClustersResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(['security-posture', 'clusters'], () => api.getClusters());
}
