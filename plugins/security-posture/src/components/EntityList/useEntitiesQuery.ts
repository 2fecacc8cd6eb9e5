import { useMemo } from 'react';
import type {
  EntitiesQuery,
  Readiness,
} from 'backstage-plugin-security-posture-common';
import { useUrlState } from '../../routing';
import { CursorPages, useCursorPages } from './useCursorPages';

/** Rows of a page. */
export const PAGE_SIZE = 50;

const READINESS: readonly Readiness[] = ['notReady', 'unknown', 'ready'];

const NO_FILTERS = { search: '', readiness: '' };

/** Which entities the page lists: filters from the address, and the place in the list. */
export interface EntitiesSelection {
  search: string;
  /** Undefined lists all. */
  readiness: Readiness | undefined;
  /** True where a filter leaves entities out. */
  filtered: boolean;
  pages: CursorPages;
  query: EntitiesQuery;
  change: (filters: { search?: string; readiness?: string }) => void;
  reset: () => void;
}

/** Keeps what the page lists in the address. An unknown readiness in the address lists all. */
export function useEntitiesQuery(): EntitiesSelection {
  const [filters, change] = useUrlState(NO_FILTERS);
  const { search } = filters;
  const readiness = READINESS.find(known => known === filters.readiness);
  const pages = useCursorPages(`${readiness ?? ''} ${search}`);
  const { cursor } = pages;
  const query = useMemo<EntitiesQuery>(
    () => ({
      order: 'worst',
      limit: PAGE_SIZE,
      ...(readiness ? { readiness: [readiness] } : {}),
      ...(search ? { search } : {}),
      ...(cursor ? { cursor } : {}),
    }),
    [readiness, search, cursor],
  );
  return {
    search,
    readiness,
    filtered: search !== '' || readiness !== undefined,
    pages,
    query,
    change,
    reset: () => change(NO_FILTERS),
  };
}
