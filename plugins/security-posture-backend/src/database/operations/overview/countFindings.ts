import { Knex } from 'knex';
import { ClusterFindings, ControlFindings } from '../../CoverageReader';
import { PostureRow } from '../../tables';
import { CLUSTER_SCOPE } from '../saveParts';
import { whereFindingOpen } from '../visible';

interface CountRow {
  readonly cluster: string;
  readonly control_id: string;
  readonly failing: number | string;
  readonly notEvaluated: number | string;
}

/** What is open in these clusters, by control, with the number of their workloads. */
export async function countFindings(
  knex: Knex,
  clusters: readonly string[],
): Promise<ReadonlyMap<string, ClusterFindings>> {
  const rows: CountRow[] = await knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereIn('f.cluster', [...clusters])
    .modify(whereFindingOpen)
    .groupBy('f.cluster', 'f.control_id')
    .select('f.cluster', 'f.control_id')
    .select({
      failing: countOutcome(knex, 'fail'),
      notEvaluated: countOutcome(knex, 'notEvaluated'),
    });
  const workloads = await countWorkloads(knex, clusters);
  return new Map(
    clusters.map(cluster => [
      cluster,
      {
        workloads: workloads.get(cluster) ?? 0,
        controls: new Map(
          rows
            .filter(row => row.cluster === cluster)
            .map(row => [row.control_id, toCounts(row)]),
        ),
      },
    ]),
  );
}

function countOutcome(knex: Knex, outcome: string): Knex.Raw {
  return knex.raw('sum(case when f.outcome = ? then 1 else 0 end)', [outcome]);
}

function toCounts({ failing, notEvaluated }: CountRow): ControlFindings {
  return { failing: Number(failing), notEvaluated: Number(notEvaluated) };
}

async function countWorkloads(
  knex: Knex,
  clusters: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await knex<PostureRow>('postures')
    .where({ scope_type: CLUSTER_SCOPE })
    .whereIn('scope_ref', [...clusters])
    .select('scope_ref', 'subjects');
  return new Map(rows.map(row => [row.scope_ref, row.subjects]));
}
