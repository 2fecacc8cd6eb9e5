import { useApi } from '@backstage/core-plugin-api';
import type {
  ExemptionsRegister,
  ExemptionsRegisterQuery,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/**
 * A page of the register of exemptions. The page before stays until the next one is there.
 *
 * @param query - undefined asks for nothing
 */
export function useExemptionsRegister(
  query: ExemptionsRegisterQuery | undefined,
): Resource<ExemptionsRegister> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    query ? cacheKeys.register(query) : null,
    () => api.getExemptionsRegister(query),
    { keepPreviousData: true },
  );
}
