import { useApi } from '@backstage/core-plugin-api';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * All that the board's overview shows, over what the user may see.
 *
 * @param owner - ref of a group; empty for the whole organisation
 */
export function useOverview(owner: string): Resource<OverviewResponse> {
  const api = useApi(securityPostureApiRef);
  const overview = useResource(cacheKeys.overview(owner), () =>
    api.getOverview(owner ? { owner } : {}),
  );
  useRefreshOnSignal(overview);
  return overview;
}
