import { useApi } from '@backstage/core-plugin-api';
import type {
  ControlEntitiesResponse,
  ControlStandingDetails,
  PageQuery,
} from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** A control in words, with how it stands over what the user may see. */
export function useControlStanding(
  id: string,
): Resource<ControlStandingDetails> {
  const api = useApi(securityPostureApiRef);
  return useResource(['security-posture', 'control-standings', id], () =>
    api.getControlStanding(id),
  );
}

/** A page of the entities that fail a control. The page before stays until the next one is there. */
export function useControlEntities(
  id: string,
  query: PageQuery,
): Resource<ControlEntitiesResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    ['security-posture', 'controls', id, 'entities', query],
    () => api.getControlEntities(id, query),
    { keepPreviousData: true },
  );
}
