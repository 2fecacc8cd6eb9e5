import { useApi } from '@backstage/core-plugin-api';
import type { ScopeDetails } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useRefreshOnSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** The roll-up of one group, system or domain. */
export function useScope(scopeRef: string): Resource<ScopeDetails> {
  const api = useApi(securityPostureApiRef);
  const scope = useResource(cacheKeys.scope(scopeRef), () =>
    api.getScope(scopeRef),
  );
  useRefreshOnSignal(scope);
  return scope;
}
