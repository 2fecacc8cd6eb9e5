import { useCallback, useRef } from 'react';
import useSWR, { SWRConfiguration } from 'swr';
import { Failure, failureOf, mayPass } from './failure';

/** How often, in milliseconds, a visible page asks again for what it shows. */
export const REFRESH_INTERVAL_MS = 60_000;

/** The least time, in milliseconds, between two requests that no user asked for. */
export const MINIMUM_GAP_MS = 30_000;

/** An answer of the API, and how current it is. */
export interface Resource<T> {
  /** The last answer. Kept while it is asked for again, and where that fails for a reason that may pass. */
  data: T | undefined;
  /** Why the last request failed. With `data`, what is shown is old. */
  failure: Failure | undefined;
  /** True until the first answer or failure. */
  loading: boolean;
  /** True while a request is on its way. */
  refreshing: boolean;
  /** True while `data` answers the question before this one. */
  outdated: boolean;
  /** When the last request began, in epoch milliseconds; 0 before the first. */
  askedAt: { readonly current: number };
  /** Asks again now. */
  refresh: () => void;
}

/**
 * Reads from the API and keeps it current. A hidden page asks for nothing.
 *
 * @param key - what is asked for, serialisable; null asks for nothing
 */
export function useResource<T>(
  key: readonly unknown[] | null,
  read: () => Promise<T>,
  options: SWRConfiguration<T> = {},
): Resource<T> {
  const askedAt = useRef(0);
  const ask = () => {
    askedAt.current = Date.now();
    return read();
  };
  const { data, error, isLoading, isValidating, mutate } = useSWR<T>(key, ask, {
    refreshInterval: REFRESH_INTERVAL_MS,
    focusThrottleInterval: MINIMUM_GAP_MS,
    errorRetryInterval: MINIMUM_GAP_MS,
    shouldRetryOnError: reason => mayPass(failureOf(reason)),
    ...options,
  });
  const refresh = useCallback(() => void mutate(), [mutate]);
  const failure = error === undefined ? undefined : failureOf(error);
  const shown = failure && !mayPass(failure) ? undefined : data;
  return {
    data: shown,
    failure,
    loading: isLoading && shown === undefined && !failure,
    refreshing: isValidating,
    outdated: isLoading && shown !== undefined,
    askedAt,
    refresh,
  };
}
