import { useApi } from '@backstage/core-plugin-api';
import type {
  ExplorerQuery,
  ExplorerResponse,
} from 'backstage-plugin-security-posture-common';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * A page of the findings of all that the user may see. The page before stays until the next one is there.
 *
 * @param query - undefined asks for nothing
 */
export function useExplorer(
  query: ExplorerQuery | undefined,
): Resource<ExplorerResponse> {
  const api = useApi(securityPostureApiRef);
  const findings = useResource(
    query ? ['security-posture', 'findings', query] : null,
    () => api.getFindings(query),
    { keepPreviousData: true },
  );
  useRefreshOnSignal(findings);
  return findings;
}
