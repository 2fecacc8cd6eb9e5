import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Path of the tab below an entity's page. */
export const ENTITY_TAB_PATH = 'security-posture';

/**
 * Gives the address of an entity's Security posture tab, with filters where some are named.
 */
export function useEntityTabLink(): (
  entityRef: string,
  query?: Record<string, string>,
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, query) => {
      const page = entityRoute(
        entityRouteParams(parseEntityRef(entityRef), { encodeParams: true }),
      );
      const text = new URLSearchParams(query).toString();
      return `${page}/${ENTITY_TAB_PATH}${text ? `?${text}` : ''}`;
    },
    [entityRoute],
  );
}
