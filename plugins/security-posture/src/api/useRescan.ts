import { useEffect, useRef, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useApi } from '@backstage/core-plugin-api';
import type { ScanView } from 'backstage-plugin-security-posture-common';
import { Failure, failureOf } from './failure';
import { agesWithScanOf, cacheKeys } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';
import { isUnderWay, useScan } from './useScan';

/** Scanning an entity now, and how far it is. */
export interface Rescan {
  /** The scan that is followed: the one that this user started, else the one under way. */
  scan: ScanView | undefined;
  /** True from asking for a scan until it ended. */
  underWay: boolean;
  /** Why no scan could be started, or followed. */
  failure: Failure | undefined;
  /** Asks for a scan of the clusters that the entity runs in. */
  start: () => void;
}

/** What to scan, and what that makes old. */
export interface ScanOf {
  /** Asks for the scan. */
  ask: () => Promise<ScanView>;
  /** True for the keys of answers that are old when the scan has ended. */
  ages: (key: unknown) => boolean;
  /** A scan that is known to be under way. */
  current: ScanView | undefined;
}

/**
 * Scans an entity and follows the scan. When it ends, everything that shows the entity asks again.
 *
 * @param current - the scan that the entity's posture names, if any
 */
export function useRescan(
  entityRef: string,
  current: ScanView | undefined,
): Rescan {
  const api = useApi(securityPostureApiRef);
  return useScanOf({
    ask: () => api.scanEntity(entityRef),
    ages: agesWithScanOf(entityRef),
    current,
  });
}

/** Scans something and follows the scan. When it ends, everything that it makes old asks again. */
export function useScanOf({ ask, ages, current }: ScanOf): Rescan {
  const request = useScanRequest(ask);
  const followed = request.scanId ?? current?.id;
  const scan = useScan(followed, { own: request.scanId !== undefined });
  const shown = scan.data ?? (request.scanId ? undefined : current);
  useRefreshWhenEnded(ages, shown);
  return {
    scan: shown,
    underWay: request.starting || isUnderWay(shown),
    failure: request.failure ?? scan.failure,
    start: request.start,
  };
}

function useScanRequest(ask: ScanOf['ask']) {
  const { mutate } = useSWRConfig();
  const [scanId, setScanId] = useState<string>();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const start = async () => {
    setStarting(true);
    setFailure(undefined);
    try {
      const scan = await ask();
      await mutate(cacheKeys.scan(scan.id), scan, { revalidate: false });
      setScanId(scan.id);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setStarting(false);
    }
  };
  return { scanId, starting, failure, start: () => void start() };
}

function useRefreshWhenEnded(ages: ScanOf['ages'], scan: ScanView | undefined) {
  const { mutate } = useSWRConfig();
  const latest = useRef(ages);
  latest.current = ages;
  const underWay = useRef<string>();
  useEffect(() => {
    if (!scan) return;
    if (isUnderWay(scan)) {
      underWay.current = scan.id;
    } else if (underWay.current === scan.id) {
      underWay.current = undefined;
      void mutate(latest.current);
    }
  }, [mutate, scan]);
}
