import { useApi } from '@backstage/core-plugin-api';
import type {
  CoverageResponse,
  UnownedWorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Which workloads of nobody to ask for. */
export interface UnownedPage {
  cluster?: string;
  cursor?: string;
  limit: number;
}

/** How much was looked at, and what was not. */
export function useCoverage(): Resource<CoverageResponse> {
  const api = useApi(securityPostureApiRef);
  const coverage = useResource(['security-posture', 'coverage'], () =>
    api.getCoverage(),
  );
  useRefreshOnSignal(coverage);
  return coverage;
}

/** A page of the workloads that belong to no entity. The page before stays until the next one is there. */
export function useUnownedWorkloads(
  page: UnownedPage,
): Resource<UnownedWorkloadsResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    ['security-posture', 'unowned', page],
    () => api.getUnownedWorkloads(page),
    { keepPreviousData: true },
  );
}
