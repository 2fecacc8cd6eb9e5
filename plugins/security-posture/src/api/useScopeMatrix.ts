import { useApi } from '@backstage/core-plugin-api';
import type {
  ScopeMatrixQuery,
  ScopeMatrixResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Groups, systems or domains by control. What was there before stays until the next is there. */
export function useScopeMatrix(
  query: ScopeMatrixQuery,
): Resource<ScopeMatrixResponse> {
  const api = useApi(securityPostureApiRef);
  const matrix = useResource(
    cacheKeys.scopeMatrix(query),
    () => api.getScopeMatrix(query),
    { keepPreviousData: true },
  );
  useRefreshOnSignal(matrix);
  return matrix;
}
