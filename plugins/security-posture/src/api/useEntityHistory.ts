import { useApi } from '@backstage/core-plugin-api';
import type {
  HistoryQuery,
  HistoryResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** A page of what happened to an entity, newest first. The page before stays until the next one is there. */
export function useEntityHistory(
  entityRef: string,
  query: HistoryQuery,
): Resource<HistoryResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    cacheKeys.history(entityRef, query),
    () => api.getEntityHistory(entityRef, query),
    { keepPreviousData: true },
  );
}
