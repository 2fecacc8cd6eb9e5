import { useApi } from '@backstage/core-plugin-api';
import type { ControlView } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * A control in words. They change with the library only, so they are asked for once.
 *
 * @param id - undefined asks for nothing
 */
export function useControl(id: string | undefined): Resource<ControlView> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    id === undefined ? null : ['security-posture', 'control', id],
    () => api.getControl(id!),
    { refreshInterval: 0, revalidateOnFocus: false, revalidateIfStale: false },
  );
}
