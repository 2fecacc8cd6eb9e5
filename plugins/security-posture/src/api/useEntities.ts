import { useApi } from '@backstage/core-plugin-api';
import type {
  EntitiesQuery,
  EntitiesResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** A page of the organisation's entities. The page before stays until the next one is there. */
export function useEntities(query: EntitiesQuery): Resource<EntitiesResponse> {
  const api = useApi(securityPostureApiRef);
  const entities = useResource(
    cacheKeys.entities(query),
    () => api.getEntities(query),
    { keepPreviousData: true },
  );
  useRefreshOnSignal(entities);
  return entities;
}
