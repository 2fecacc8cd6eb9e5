import { useCallback } from 'react';
import { useBoardLink } from '../../routing';
import { ClusterViewName } from './clusterViews';

/** Gives the address of a view of a cluster's page. */
export function useViewLink(
  cluster: string,
): (view: ClusterViewName, query?: Record<string, string>) => string {
  const link = useBoardLink();
  return useCallback(
    (view, query = {}) =>
      link('clusters', { name: cluster, query: { view, ...query } }),
    [link, cluster],
  );
}
