import { ReactNode, useMemo } from 'react';
import { SWRConfig } from 'swr';
import { ApiProvider } from '@backstage/core-app-api';
import { ApiHolder, ApiRef } from '@backstage/core-plugin-api';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from '../src/api';

/** Props of {@link WithApi}. */
export interface WithApiProps {
  api: SecurityPostureApi;
  children: ReactNode;
}

/** Lets what is inside ask another API, with a cache of its own. */
export function WithApi({ api, children }: WithApiProps) {
  const holder = useMemo<ApiHolder>(
    () => ({
      get: <T,>(ref: ApiRef<T>) =>
        ref.id === securityPostureApiRef.id ? (api as T) : undefined,
    }),
    [api],
  );
  const cache = useMemo(() => new Map(), []);
  return (
    <SWRConfig value={{ provider: () => cache }}>
      <ApiProvider apis={holder}>{children}</ApiProvider>
    </SWRConfig>
  );
}
