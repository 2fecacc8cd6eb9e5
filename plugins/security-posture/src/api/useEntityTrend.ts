import { useApi } from '@backstage/core-plugin-api';
import type { TrendResponse } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Resource, useResource } from './useResource';

/** Which part of an entity's trend to ask for. */
export interface EntityTrendQuery {
  /** Today among them. */
  days: number;
  /** True for what moved the score too. */
  marks: boolean;
  /** False asks for nothing. */
  wanted: boolean;
}

/** How the score of an entity stood at the end of each day. */
export function useEntityTrend(
  entityRef: string,
  { days, marks, wanted }: EntityTrendQuery,
): Resource<TrendResponse> {
  const api = useApi(securityPostureApiRef);
  return useResource(
    wanted ? cacheKeys.trend(entityRef, days, marks) : null,
    () =>
      api.getTrend({
        scope: 'entity',
        ref: entityRef,
        days,
        ...(marks ? { marks } : {}),
      }),
  );
}
