import { useState } from 'react';
import type {
  EntityPosture,
  FindingsResponse,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import { Failure, useEntityFindings } from '../../api';
import {
  countFilters,
  FindingFilters,
  queryOf,
} from '../../model/filterFindings';

/** The largest page that the API gives. */
const PAGE_SIZE = 200;

/** The findings that are here, and what is missing. */
export interface LoadedFindings {
  items: readonly FindingView[];
  /** How many there are in all, of what the server narrowed to. */
  total: number;
  loading: boolean;
  failure: Failure | undefined;
  refresh: () => void;
  /** Loads the next page. */
  loadMore: () => void;
}

/**
 * The findings of an entity. The posture brings the first page; more are asked for
 * only where there are more, and a filter is set or the user wants them.
 */
export function useLoadedFindings(
  posture: EntityPosture,
  filters: FindingFilters,
  wanted: boolean,
): LoadedFindings {
  const { findings } = posture;
  const complete = findings.items.length >= findings.total;
  const asks = !complete && (wanted || countFilters(filters) > 0);
  const query = queryOf(filters);
  const id = JSON.stringify([posture.entityRef, query]);
  const pages = usePages(id);
  const next = useEntityFindings(
    posture.entityRef,
    asks ? { ...query, limit: PAGE_SIZE, cursor: pages.cursor } : undefined,
  );
  const latest = asks ? next.data : undefined;
  const before = asks ? pages.earlier : [];
  const shown = latest ?? findings;
  return {
    items: unique([...before.flatMap(({ items }) => items), ...shown.items]),
    total: shown.total,
    loading: asks && (next.loading || next.outdated),
    failure: asks ? next.failure : undefined,
    refresh: next.refresh,
    loadMore: () => latest && pages.advance(latest),
  };
}

/** The pages before the current one. They answer one question, and another starts anew. */
function usePages(id: string) {
  const [pages, setPages] = useState<{
    id: string;
    earlier: FindingsResponse[];
  }>({ id, earlier: [] });
  const earlier = pages.id === id ? pages.earlier : [];
  return {
    earlier,
    cursor: earlier.at(-1)?.nextCursor,
    advance: (page: FindingsResponse) => {
      if (page.nextCursor) setPages({ id, earlier: [...earlier, page] });
    },
  };
}

/** While a page is on its way the one before it may be there twice. */
function unique(findings: readonly FindingView[]): FindingView[] {
  return [...new Map(findings.map(each => [each.key, each])).values()];
}
