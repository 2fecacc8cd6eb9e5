import { useCallback } from 'react';
import { ExplorerState } from '../../model/explorerFilters';
import { BoardLink, useBoardLink } from '../../routing';

/** Which findings a link opens. */
export interface FindingsLinkTarget {
  severity?: 'critical' | 'high';
  control?: string;
  /** Only those in this group, system or domain. */
  scopeRef?: string;
  state?: ExplorerState;
}

/** Gives the address of the findings behind a number, on the board. */
export function useFindingsLink(): (target: FindingsLinkTarget) => string {
  const link = useBoardLink();
  return useCallback(target => findingsAddress(link, target), [link]);
}

/** The address of the findings behind a number. */
export function findingsAddress(
  link: BoardLink,
  { scopeRef, ...filters }: FindingsLinkTarget,
): string {
  return link('findings', { query: { ...filters, ...scopeFilter(scopeRef) } });
}

/** Groups own findings; systems and domains have them as parts. */
function scopeFilter(scopeRef: string | undefined): Record<string, string> {
  if (scopeRef === undefined) return {};
  return scopeRef.startsWith('group:')
    ? { owner: scopeRef }
    : { system: scopeRef };
}
