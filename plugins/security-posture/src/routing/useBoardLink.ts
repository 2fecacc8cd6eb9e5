import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { BoardPage, boardPath } from './boardPaths';

/** What a link to the board may name besides the page. */
export interface BoardLinkTarget {
  /** One thing of the page: a cluster's name, a control's id. */
  name?: string;
  /** Filters and other state of the page, by the names that stand in the address. */
  query?: Record<string, string>;
}

/** Gives the address of a page of the organisation's board. */
export type BoardLink = (page: BoardPage, target?: BoardLinkTarget) => string;

/** The addresses of the board, on the board itself: throws where the portal does not mount it. */
export function useBoardLink(): BoardLink {
  const root = useRouteRef(rootRouteRef);
  return useCallback(
    (page, target) => boardAddress(root(), page, target),
    [root],
  );
}

/**
 * The addresses of the board, on pages that a portal may show without it. Undefined where it is not mounted: then what would
 * lead there is shown without a link.
 */
export function useMountedBoardLink(): BoardLink | undefined {
  const root = useMountedRoot();
  return root && ((page, target) => boardAddress(root(), page, target));
}

/** Both frontend systems throw where a route is not mounted. */
function useMountedRoot() {
  try {
    return useRouteRef(rootRouteRef);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('No path for '))
      return undefined;
    throw error;
  }
}

function boardAddress(
  root: string,
  page: BoardPage,
  { name, query }: BoardLinkTarget = {},
): string {
  const base = root.replace(/\/$/, '');
  const path = boardPath(page, name);
  const text = new URLSearchParams(query).toString();
  return `${base}${path && `/${path}`}${text && `?${text}`}` || '/';
}
