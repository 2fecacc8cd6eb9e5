import { useApi } from '@backstage/core-plugin-api';
import type {
  ExemptionOptions,
  ExemptionOptionsQuery,
} from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** What can be asked for on a finding. It is read once: nothing moves under somebody who fills in a form. */
export function useExemptionOptions(
  query: ExemptionOptionsQuery,
): Resource<ExemptionOptions> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    cacheKeys.exemptionOptions(query),
    () => api.getExemptionOptions(query),
    { refreshInterval: 0, revalidateOnFocus: false },
  );
}
