import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { postureClusterScanCreatePermission } from 'backstage-plugin-security-posture-common';
import { agesWithClusterScan } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { Rescan, useScanOf } from './useRescan';

/** Scanning a cluster now, as far as its user may. */
export function useClusterScan(cluster: string): Rescan & { allowed: boolean } {
  const api = useApi(securityPostureApiRef);
  const { allowed } = usePermission({
    permission: postureClusterScanCreatePermission,
  });
  const scan = useScanOf({
    ask: () => api.scanCluster(cluster),
    ages: agesWithClusterScan(cluster),
    current: undefined,
  });
  return { ...scan, allowed };
}
