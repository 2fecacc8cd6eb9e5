import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import { POSTURE_SIGNAL_CHANNEL } from 'backstage-plugin-security-posture-common';
import { MINIMUM_GAP_MS } from './useResource';

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

/** Refreshes when any scan moved, at once but not twice within the least gap; the last call is never lost. */
export function useRefreshOnSignal(refresh: () => void): void {
  const lastRun = useRef(0);
  const pending = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pending.current), []);
  useScanSignal(() => {
    clearTimeout(pending.current);
    const wait = Math.max(0, lastRun.current + MINIMUM_GAP_MS - Date.now());
    pending.current = setTimeout(() => {
      lastRun.current = Date.now();
      refresh();
    }, wait);
  });
}
