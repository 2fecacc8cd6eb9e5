import { useApi } from '@backstage/core-plugin-api';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * The posture of one entity.
 *
 * @param entityRef - a full ref: `component:default/payments-api`
 */
export function useEntityPosture(entityRef: string): Resource<EntityPosture> {
  const api = useApi(securityPostureApiRef);
  const posture = useResource(cacheKeys.posture(entityRef), () =>
    api.getEntityPosture(entityRef),
  );
  useRefreshOnSignal(posture);
  return posture;
}
