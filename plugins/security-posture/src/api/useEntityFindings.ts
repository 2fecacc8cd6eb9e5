import { useApi } from '@backstage/core-plugin-api';
import type {
  FindingsQuery,
  FindingsResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * A page of an entity's findings. Asks for nothing while `query` is undefined:
 * the first page comes with the posture.
 */
export function useEntityFindings(
  entityRef: string,
  query: FindingsQuery | undefined,
): Resource<FindingsResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    query ? cacheKeys.findings(entityRef, query) : null,
    () => api.getEntityFindings(entityRef, query),
    { keepPreviousData: true },
  );
}
