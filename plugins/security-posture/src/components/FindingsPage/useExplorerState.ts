import { useMemo } from 'react';
import type {
  ExplorerOrder,
  ExplorerQuery,
  FindingsFilter,
} from 'backstage-plugin-security-posture-common';
import {
  addressOf,
  ExplorerFilters,
  filtersText,
  findingsFilter,
  NO_EXPLORER_FILTERS,
  RefusedFilter,
  refusedFilters,
} from '../../model/explorerFilters';
import { useUrlState } from '../../routing';
import { CursorPages, useCursorPages } from '../Pager';

/** Rows of a page. */
export const PAGE_SIZE = 50;

const ORDERS: readonly ExplorerOrder[] = [
  'severity',
  'newest',
  'oldest',
  'control',
];

const DEFAULTS = { ...NO_EXPLORER_FILTERS, order: 'severity', finding: '' };

/** What the explorer shows, kept in the address. */
export interface ExplorerPageState {
  filters: ExplorerFilters;
  /** True where a filter is set. */
  filtered: boolean;
  /** What of the address cannot be asked for. */
  refused: readonly RefusedFilter[];
  order: ExplorerOrder;
  /** Key of the finding that is open; empty where none is. */
  finding: string;
  pages: CursorPages;
  /** What the filters choose, on whichever page; undefined where the address asks for what cannot be. */
  chosen: FindingsFilter | undefined;
  /** The page that is shown; undefined as `chosen` is. */
  query: ExplorerQuery | undefined;
  /** The address's words for what is listed, without what is open. */
  address: Record<string, string>;
  change: (filters: Partial<ExplorerFilters>) => void;
  reset: () => void;
  sort: (order: ExplorerOrder) => void;
  close: () => void;
}

/** Reads from the address what the explorer shows, and writes to it what the user chooses. */
export function useExplorerState(): ExplorerPageState {
  const [{ order: orderText, finding, ...filters }, change] =
    useUrlState(DEFAULTS);
  const order = ORDERS.find(known => known === orderText) ?? 'severity';
  const text = filtersText(filters);
  const pages = useCursorPages(`${order} ${text}`);
  const { cursor } = pages;
  const refused = refusedFilters(filters);
  const chosen = useChosen(filters, text);
  return {
    filters,
    filtered: text !== '',
    refused,
    order,
    finding,
    pages,
    ...(refused.length
      ? { chosen: undefined, query: undefined }
      : { chosen, query: pageQuery(chosen, order, cursor) }),
    address: {
      ...addressOf(filters),
      ...(order === 'severity' ? {} : { order }),
    },
    change: values => change(values as Parameters<typeof change>[0]),
    reset: () => change(NO_EXPLORER_FILTERS as Parameters<typeof change>[0]),
    sort: next => change({ order: next }),
    close: () => change({ finding: '' }),
  };
}

/** The same filter as long as the address says the same. */
function useChosen(filters: ExplorerFilters, text: string): FindingsFilter {
  return useMemo(
    () => findingsFilter(filters, Date.now()),
    // The filters are told by their text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [text],
  );
}

function pageQuery(
  chosen: FindingsFilter,
  order: ExplorerOrder,
  cursor: string | undefined,
): ExplorerQuery {
  return {
    order,
    limit: PAGE_SIZE,
    ...chosen,
    ...(cursor ? { cursor } : {}),
  };
}
