import { useMemo } from 'react';
import type {
  HierarchyQuery,
  ScopeKind,
  ScopeMatrixQuery,
  ScopeOrder,
} from 'backstage-plugin-security-posture-common';
import { Severity } from '../../model/severities';
import { useUrlState } from '../../routing';
import { CursorPages, useCursorPages } from '../Pager';

/** Rows of a page, of the table and of the matrix. */
export const PAGE_SIZE = 50;

/** Columns by which the table can be sorted. */
const ORDERS: readonly ScopeOrder[] = [
  'name',
  'worst',
  'lowest',
  'p10',
  'critical',
  'high',
  'readyChange',
  'exempted',
];

/** Which severities a matrix can be of, by the words in the address. */
export const SEVERITY_CHOICES = {
  blocking: ['critical', 'high'],
  critical: ['critical'],
  high: ['high'],
  medium: ['medium'],
  low: ['low'],
  all: ['critical', 'high', 'medium', 'low'],
} as const satisfies Record<string, readonly Severity[]>;

/** A choice of severities. */
export type SeverityChoice = keyof typeof SEVERITY_CHOICES;

const DEFAULTS = {
  search: '',
  order: 'critical',
  toggled: [] as string[],
  severities: 'blocking',
};

/** What a page of teams, systems or domains shows, as the address has it. */
export interface ScopesState {
  kind: ScopeKind;
  search: string;
  order: ScopeOrder;
  /** Refs of the rows that are open where others are closed, or the other way round. */
  toggled: readonly string[];
  severities: SeverityChoice;
  pages: CursorPages;
  matrixPages: CursorPages;
  query: HierarchyQuery;
  matrixQuery: ScopeMatrixQuery;
  change: (
    change: Partial<{
      search: string;
      order: string;
      toggled: string[];
      severities: string;
    }>,
  ) => void;
}

/** Keeps what the page shows in the address. A word there that means nothing counts for nothing. */
export function useScopesState(kind: ScopeKind): ScopesState {
  const [state, change] = useUrlState(DEFAULTS);
  const { search, toggled } = state;
  const order = ORDERS.find(known => known === state.order) ?? 'critical';
  const severities =
    state.severities in SEVERITY_CHOICES
      ? (state.severities as SeverityChoice)
      : 'blocking';
  const list = `${kind} ${order} ${search}`;
  const pages = useCursorPages(list);
  const matrixPages = useCursorPages(`${list} ${severities}`);
  const filter = useMemo(
    () => ({ type: kind, order, ...(search ? { search } : {}) }),
    [kind, order, search],
  );
  return {
    kind,
    search,
    order,
    toggled,
    severities,
    pages,
    matrixPages,
    query: { ...filter, limit: PAGE_SIZE, ...cursorOf(pages) },
    matrixQuery: {
      ...filter,
      severities: [...SEVERITY_CHOICES[severities]],
      limit: PAGE_SIZE,
      ...cursorOf(matrixPages),
    },
    change,
  };
}

function cursorOf({ cursor }: CursorPages): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
