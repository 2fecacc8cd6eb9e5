import { parseEntityRef } from '@backstage/catalog-model';
import { MappingView } from 'backstage-plugin-security-posture-common';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { mappingView } from '../views/mappingView';
import { RouteContext } from './RouteContext';

/** Most workloads of the same name that a mapping suggests. */
const MOST_CANDIDATES = 5;

/** How an entity is joined to the workloads that there are now. `owned` is the number of those that belong to it. */
export async function readMapping(
  {
    entityDetails,
    workloads,
  }: Pick<RouteContext, 'entityDetails' | 'workloads'>,
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  owned: number,
): Promise<MappingView> {
  const { query } = record.mapping;
  const allowed = new Set(query?.clusters);
  const [counts, candidates] = await Promise.all([
    workloads.count(
      clusters.filter(({ name }) => allowed.has(name)),
      query?.namespace,
    ),
    owned === 0
      ? entityDetails.listNamesakes(
          parseEntityRef(record.entityRef).name,
          MOST_CANDIDATES,
        )
      : [],
  ]);
  return mappingView(record, { owned, ...counts, candidates });
}
