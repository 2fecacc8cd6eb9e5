import { useApi } from '@backstage/core-plugin-api';
import type {
  AccessResponse,
  ExposureResponse,
  PageQuery,
  WorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** A page of the workloads of an entity. */
export function useEntityWorkloads(
  entityRef: string,
  query: PageQuery,
): Resource<WorkloadsResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    cacheKeys.detail(entityRef, 'workloads', query),
    () => api.getEntityWorkloads(entityRef, query),
    { keepPreviousData: true },
  );
}

/** Who can reach the workloads of an entity. */
export function useEntityExposure(
  entityRef: string,
): Resource<ExposureResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(cacheKeys.detail(entityRef, 'exposure'), () =>
    api.getEntityExposure(entityRef),
  );
}

/** What the workloads of an entity may do. */
export function useEntityAccess(entityRef: string): Resource<AccessResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(cacheKeys.detail(entityRef, 'access'), () =>
    api.getEntityAccess(entityRef),
  );
}
