import { useCallback } from 'react';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Gives the address of an entity's page. */
export function useEntityPageLink(): (entity: CompoundEntityRef) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    entity => entityRoute(entityRouteParams(entity, { encodeParams: true })),
    [entityRoute],
  );
}
