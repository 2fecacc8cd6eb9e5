import { useApi } from '@backstage/core-plugin-api';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * One open finding by its key.
 *
 * @param key - undefined asks for nothing
 */
export function useFinding(key: string | undefined): Resource<FindingView> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    key === undefined ? null : ['security-posture', 'finding', key],
    () => api.getFinding(key!),
  );
}
