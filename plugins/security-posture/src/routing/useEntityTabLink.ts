import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPageLink } from './useEntityPageLink';

/** Path of the tab below an entity's page. */
export const ENTITY_TAB_PATH = 'security-posture';

/** Gives the address of an entity's Security posture tab, with filters where some are named. */
export function useEntityTabLink(): (
  entityRef: string,
  query?: Record<string, string>,
) => string {
  const pageLink = useEntityPageLink();
  return useCallback(
    (entityRef, query) => {
      const page = pageLink(parseEntityRef(entityRef));
      const text = new URLSearchParams(query).toString();
      return `${page}/${ENTITY_TAB_PATH}${text ? `?${text}` : ''}`;
    },
    [pageLink],
  );
}
