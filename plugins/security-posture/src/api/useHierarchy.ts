import { useApi } from '@backstage/core-plugin-api';
import type {
  HierarchyQuery,
  HierarchyResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Groups, systems or domains along their hierarchy. What was there before stays until the next is there. */
export function useHierarchy(
  query: HierarchyQuery,
): Resource<HierarchyResponse> {
  const api = useApi(securityPostureApiRef);
  const hierarchy = useResource(
    cacheKeys.hierarchy(query),
    () => api.getHierarchy(query),
    { keepPreviousData: true },
  );
  useRefreshOnSignal(hierarchy);
  return hierarchy;
}
