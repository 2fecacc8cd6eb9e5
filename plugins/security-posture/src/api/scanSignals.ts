import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { POSTURE_SIGNAL_CHANNEL } from 'backstage-plugin-security-posture-common';
import { MINIMUM_GAP_MS, Resource } from './useResource';

/**
 * Calls back with the ids of the scans that moved. Never, where the portal has no signals.
 */
export function useScanSignal(onMoved: (scanIds: string[]) => void): void {
  const { lastSignal } = useSignal(POSTURE_SIGNAL_CHANNEL);
  const latest = useRef(onMoved);
  latest.current = onMoved;
  useEffect(() => {
    const ids = lastSignal?.scanIds;
    if (Array.isArray(ids)) latest.current(ids.map(String));
  }, [lastSignal]);
}

/**
 * Refreshes when any scan moved, but not within the least gap after the last request, whatever that was for. What a
 * signal tells is never lost: a request that began after it brings it as well.
 */
export function useRefreshOnSignal({
  refresh,
  askedAt,
}: Pick<Resource<unknown>, 'refresh' | 'askedAt'>): void {
  const pending = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pending.current), []);
  useScanSignal(() => {
    clearTimeout(pending.current);
    const movedAt = Date.now();
    const wait = Math.max(0, askedAt.current + MINIMUM_GAP_MS - movedAt);
    pending.current = setTimeout(() => {
      if (askedAt.current <= movedAt) refresh();
    }, wait);
  });
}
