import { Knex } from 'knex';
import { ClusterRow } from '../tables';

/** Controls that rest on reports of other tools and that the published sweeps of a cluster have judged. */
export async function readReportedControls(
  knex: Knex,
  cluster: string,
): Promise<readonly string[]> {
  const row = await knex<ClusterRow>('clusters')
    .where({ name: cluster })
    .first('reported_controls');
  return row ? (JSON.parse(row.reported_controls) as string[]) : [];
}
