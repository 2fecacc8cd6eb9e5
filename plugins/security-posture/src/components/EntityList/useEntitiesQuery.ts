import { useMemo } from 'react';
import type {
  EntitiesQuery,
  EntityOrder,
  EvidenceState,
  Readiness,
} from 'backstage-plugin-security-posture-common';
import { useUrlState } from '../../routing';
import { CursorPages, useCursorPages } from '../Pager';

/** Rows of a page. */
export const PAGE_SIZE = 50;

/** What the list can be filtered by, in the words of the API. */
export const READINESS: readonly Readiness[] = ['notReady', 'unknown', 'ready'];
export const EVIDENCE: readonly EvidenceState[] = [
  'judged',
  'stale',
  'lowCoverage',
  'notMapped',
  'noWorkloads',
  'neverScanned',
  'needsUserCredentials',
  'unreachable',
  'noClusters',
];

const ORDERS: readonly EntityOrder[] = [
  'worst',
  'name',
  'score',
  'critical',
  'freshness',
];

const NO_FILTERS = {
  search: '',
  readiness: '',
  owner: '',
  system: '',
  lifecycle: '',
  control: '',
  evidence: '',
};

const DEFAULTS = { ...NO_FILTERS, order: 'worst' };

/** The filters of the list as the address has them; empty where one is not set. */
export type EntityFilterTexts = typeof NO_FILTERS;

/** Which entities the page lists: filters from the address, and the place in the list. */
export interface EntitiesSelection {
  filters: EntityFilterTexts;
  /** True where a filter leaves entities out. */
  filtered: boolean;
  order: EntityOrder;
  pages: CursorPages;
  query: EntitiesQuery;
  change: (filters: Partial<EntityFilterTexts>) => void;
  sort: (order: EntityOrder) => void;
  reset: () => void;
}

/** Keeps what the page lists in the address. An unknown readiness, evidence or order in the address is passed over. */
export function useEntitiesQuery(): EntitiesSelection {
  const [{ order: orderText, ...texts }, change] = useUrlState(DEFAULTS);
  const order = known(ORDERS, orderText) ?? 'worst';
  const text = JSON.stringify({
    ...texts,
    readiness: known(READINESS, texts.readiness) ?? '',
    evidence: known(EVIDENCE, texts.evidence) ?? '',
  } satisfies EntityFilterTexts);
  const filters = useMemo<EntityFilterTexts>(() => JSON.parse(text), [text]);
  const pages = useCursorPages(`${order} ${text}`);
  const { cursor } = pages;
  const query = useMemo(
    () => queryOf(filters, order, cursor),
    [filters, order, cursor],
  );
  return {
    filters,
    filtered: Object.values(filters).some(value => value !== ''),
    order,
    pages,
    query,
    change: values => change(values),
    sort: next => change({ order: next }),
    reset: () => change(NO_FILTERS),
  };
}

function queryOf(
  { readiness, evidence, ...texts }: EntityFilterTexts,
  order: EntityOrder,
  cursor: string | undefined,
): EntitiesQuery {
  const set = Object.entries(texts).filter(([, value]) => value !== '');
  return {
    order,
    limit: PAGE_SIZE,
    ...(readiness ? { readiness: [readiness as Readiness] } : {}),
    ...(evidence ? { evidence: [evidence as EvidenceState] } : {}),
    ...Object.fromEntries(set),
    ...(cursor ? { cursor } : {}),
  };
}

function known<T extends string>(all: readonly T[], text: string) {
  return all.find(one => one === text);
}
