import { useApi } from '@backstage/core-plugin-api';
import type { DriftResponse } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Two clusters to compare. */
export interface ComparedClusters {
  a: string;
  b: string;
}

/**
 * The controls that do not stand alike in two clusters. What was compared before stays until the answer is there.
 *
 * @param compared - undefined asks for nothing
 */
export function useDrift(
  compared: ComparedClusters | undefined,
): Resource<DriftResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    compared ? cacheKeys.drift(compared.a, compared.b) : null,
    () => api.getDrift(compared!.a, compared!.b),
    { keepPreviousData: true },
  );
}
