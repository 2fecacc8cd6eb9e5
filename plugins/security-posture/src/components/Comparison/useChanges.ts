import type {
  ChangesQuery,
  ChangesResponse,
} from 'backstage-plugin-security-posture-common';
import { Resource, useResource } from '../../api/useResource';
import { CursorPages, useCursorPages } from '../Pager';
import { ComparedDays, writeComparedDays } from './comparedDays';

/** Findings that one page of a comparison shows. */
export const PAGE_SIZE = 50;

/** Brings what changed between two times, as the methods `get…Changes` of the API do. */
export type LoadChanges = (query: ChangesQuery) => Promise<ChangesResponse>;

/** What changed between two days, a page of its findings at a time. The past is not asked for again by itself. */
export function useChanges(
  id: string,
  days: ComparedDays,
  load: LoadChanges,
): { changes: Resource<ChangesResponse>; pages: CursorPages } {
  const name = `${id} ${writeComparedDays(days)}`;
  const pages = useCursorPages(name);
  const query = { ...days, cursor: pages.cursor, limit: PAGE_SIZE };
  const changes = useResource(
    ['security-posture', 'changes', id, query],
    () => load(query),
    { keepPreviousData: true, refreshInterval: 0, revalidateOnFocus: false },
  );
  return { changes, pages };
}
