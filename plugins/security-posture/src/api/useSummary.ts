import { useApi } from '@backstage/core-plugin-api';
import type { SummaryResponse } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** The organisation in numbers, over what the user may see. */
export function useSummary(): Resource<SummaryResponse> {
  const api = useApi(securityPostureApiRef);
  const summary = useResource(cacheKeys.summary(), () => api.getSummary());
  useRefreshOnSignal(summary.refresh);
  return summary;
}
