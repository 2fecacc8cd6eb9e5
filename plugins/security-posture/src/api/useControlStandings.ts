import { useApi } from '@backstage/core-plugin-api';
import type { ControlStandingsResponse } from 'backstage-plugin-security-posture-common';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** How every control stands, over what the user may see. */
export function useControlStandings(): Resource<ControlStandingsResponse> {
  const api = useApi(securityPostureApiRef);
  const standings = useResource(['security-posture', 'control-standings'], () =>
    api.getControlStandings(),
  );
  useRefreshOnSignal(standings);
  return standings;
}
