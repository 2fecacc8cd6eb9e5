import { AccessRisks } from 'backstage-plugin-security-posture-common';
import {
  ExplorerFilter,
  ExplorerPosition,
} from '../../database/FindingsExplorer';
import { bindingKey } from '../../database/operations/clusterPages/clusterSubjects';
import { accessRisk } from '../../views/clusterPages/accessRisk';
import { RouteContext } from '../RouteContext';

/** A page of what bindings of a cluster give that a few should have, and where the next page begins. */
export async function accessRisks(
  { explorer, clusterDetails, controls, clock }: RouteContext,
  cluster: string,
  page: { readonly after?: ExplorerPosition; readonly limit: number },
): Promise<{
  readonly risks: Omit<AccessRisks, 'nextCursor'>;
  readonly next?: ExplorerPosition;
}> {
  const ids = [...controls.values()]
    .filter(({ subject }) => subject === 'roleBinding')
    .map(({ id }) => id);
  const find = (filter: ExplorerFilter, limits: typeof page) =>
    explorer.explore({
      visibility: 'all',
      unowned: true,
      order: 'severity',
      now: clock(),
      filter: {
        clusters: [cluster],
        controls: ids,
        outcomes: ['fail'],
        ...filter,
      },
      ...limits,
    });
  const [open, exempted, types, risky] = await Promise.all([
    find({ exempted: false }, page),
    find({ exempted: true }, { limit: 1 }),
    clusterDetails.countByType(cluster),
    clusterDetails.countFailingSubjects(cluster, ids),
  ]);
  const bindings = await clusterDetails.listBindings(
    cluster,
    open.items.map(({ subject }) => subject),
  );
  return {
    risks: {
      items: open.items.map(finding =>
        accessRisk(
          finding,
          bindings.get(bindingKey(cluster, finding.subject)),
          controls,
        ),
      ),
      total: open.total,
      exempted: exempted.total,
      bindings: types.get('roleBinding') ?? 0,
      risky,
    },
    ...(open.next ? { next: open.next } : {}),
  };
}
