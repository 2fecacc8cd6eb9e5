import { useApi } from '@backstage/core-plugin-api';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * One exemption with its history.
 *
 * @param id - undefined asks for nothing
 */
export function useExemption(
  id: string | undefined,
): Resource<ExemptionDetails> {
  const api = useApi(securityPostureApiRef);
  return useResource(id === undefined ? null : cacheKeys.exemption(id), () =>
    api.getExemption(id!),
  );
}
