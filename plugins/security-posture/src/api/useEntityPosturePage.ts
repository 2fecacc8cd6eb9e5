import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { postureScanCreatePermission } from 'backstage-plugin-security-posture-common';
import { useEntityTabLink } from '../routing';
import { useEntityPosture } from './useEntityPosture';
import { useRescan } from './useRescan';

/** What the card and the tab of the entity in context work with. */
export function useEntityPosturePage() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const posture = useEntityPosture(entityRef);
  const rescan = useRescan(entityRef, posture.data?.scan);
  const { allowed } = usePermission({
    permission: postureScanCreatePermission,
    resourceRef: entityRef,
  });
  const tabLink = useEntityTabLink();
  const link = useCallback(
    (query?: Record<string, string>) => tabLink(entityRef, query),
    [tabLink, entityRef],
  );
  return {
    entityRef,
    entityName: entity.metadata.title ?? entity.metadata.name,
    posture,
    scan: { ...rescan, allowed },
    /** Address of the entity's tab. */
    link,
  };
}
