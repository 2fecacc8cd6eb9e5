import { usePermission } from '@backstage/plugin-permission-react';
import { postureScanCreatePermission } from 'backstage-plugin-security-posture-common';

/**
 * Whether the user may ask for a scan of the entity. False until that is known.
 *
 * @param entityRef - a full ref: `component:default/payments-api`
 */
export function useMayScanEntity(entityRef: string): {
  allowed: boolean;
  loading: boolean;
} {
  const { allowed, loading } = usePermission({
    permission: postureScanCreatePermission,
    resourceRef: entityRef,
  });
  return { allowed, loading };
}
