import { useApi } from '@backstage/core-plugin-api';
import type { ScanView } from 'backstage-plugin-security-posture-common';
import { cacheKeys } from './keys';
import { useScanSignal } from './scanSignals';
import { securityPostureApiRef } from './securityPostureApiRef';
import { MINIMUM_GAP_MS, Resource, useResource } from './useResource';

/** How often, in milliseconds, a scan that this user started is asked for. */
const OWN_SCAN_INTERVAL_MS = 3_000;

/** True while the scan waits or runs. */
export function isUnderWay(scan: ScanView | undefined): boolean {
  return scan?.state === 'waiting' || scan?.state === 'running';
}

/**
 * Follows a scan to its end.
 *
 * @param id - undefined follows nothing
 * @param options - `own`: this user started it, so it is followed closely
 */
export function useScan(
  id: string | undefined,
  options: { own: boolean },
): Resource<ScanView> {
  const api = useApi(securityPostureApiRef);
  const interval = options.own ? OWN_SCAN_INTERVAL_MS : MINIMUM_GAP_MS;
  const scan = useResource(
    id === undefined ? null : cacheKeys.scan(id),
    () => api.getScan(id!),
    {
      refreshInterval: latest =>
        latest === undefined || isUnderWay(latest) ? interval : 0,
    },
  );
  useScanSignal(moved => {
    if (id !== undefined && moved.includes(id)) scan.refresh();
  });
  return scan;
}
