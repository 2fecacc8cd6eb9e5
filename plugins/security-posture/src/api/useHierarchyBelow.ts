import { useApi } from '@backstage/core-plugin-api';
import type {
  HierarchyQuery,
  HierarchyResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Rows that one answer may hold. */
const MOST_ROWS = 200;

/** What is directly below some groups or domains; without any nothing is asked for. */
export function useHierarchyBelow({
  parents,
  ...query
}: Pick<HierarchyQuery, 'type' | 'order'> & {
  parents: readonly string[];
}): Resource<HierarchyResponse> {
  const api = useApi(securityPostureApiRef);
  const asked = { ...query, parents: [...parents], limit: MOST_ROWS };
  return useResource(
    parents.length > 0 ? cacheKeys.hierarchy(asked) : null,
    () => api.getHierarchy(asked),
    { keepPreviousData: true },
  );
}
