import {
  ControlCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { ClusterPostureRecord, SweepPosition } from '../ClusterDetailsReader';
import { SweepRecord } from '../records';
import { PostureRow, SweepRow } from '../tables';
import { toSweepRecord } from './readClusters';

/** Postures of clusters by name, of those that were judged. */
export async function listClusterPostures(
  knex: Knex,
): Promise<ReadonlyMap<string, ClusterPostureRecord>> {
  const rows = await knex<PostureRow>('postures').where({
    scope_type: 'cluster',
    state: 'judged',
  });
  return new Map(rows.map(row => [row.scope_ref, toPosture(row)]));
}

/** Sweeps of a cluster, newest first, beginning behind a position. */
export async function listSweeps(
  knex: Knex,
  cluster: string,
  { after, limit }: { readonly after?: SweepPosition; readonly limit: number },
): Promise<readonly SweepRecord[]> {
  const query = knex<SweepRow>('sweeps')
    .where({ cluster })
    .orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  if (after)
    query.andWhere(earlier =>
      earlier
        .where('started_at', '<', after.startedAt)
        .orWhere(same =>
          same
            .where('started_at', after.startedAt)
            .andWhere('id', '<', after.id),
        ),
    );
  return (await query).map(toSweepRecord);
}

function toPosture(row: PostureRow): ClusterPostureRecord {
  return {
    profile: row.profile,
    library: row.library,
    raw: row.raw,
    effective: row.effective,
    coverage: row.coverage,
    open: countsOf(row, 'open'),
    exempted: countsOf(row, 'exempted'),
    controls: JSON.parse(row.controls) as ControlCounts,
  };
}

function countsOf(row: PostureRow, state: 'open' | 'exempted'): SeverityCounts {
  return {
    critical: row[`${state}_critical`],
    high: row[`${state}_high`],
    medium: row[`${state}_medium`],
    low: row[`${state}_low`],
    info: row[`${state}_info`],
  };
}
