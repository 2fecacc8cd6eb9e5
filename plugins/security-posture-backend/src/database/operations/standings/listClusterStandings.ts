import { Knex } from 'knex';
import { FailingControl } from '../../RollupStore';
import { ClusterStanding } from '../../StandingReader';
import { ClusterRow, PostureRow } from '../../tables';
import { judgedClusters } from './judgedPostures';

type Row = Pick<ClusterRow, 'name' | 'title'> &
  Pick<PostureRow, 'failing' | 'passing'>;

/** How a control stands in each cluster of which something was judged, by name. */
export async function listClusterStandings(
  knex: Knex,
  control: string,
): Promise<readonly ClusterStanding[]> {
  const rows: Row[] = await judgedClusters(knex)
    .orderBy('c.name')
    .select('c.name', 'c.title', 'p.failing', 'p.passing');
  return rows.map(row => toStanding(row, control));
}

function toStanding(row: Row, control: string): ClusterStanding {
  const failing: Record<string, FailingControl> = JSON.parse(row.failing);
  const passing: string[] = JSON.parse(row.passing);
  const fails = failing[control];
  return {
    cluster: row.name,
    ...(row.title === null ? {} : { title: row.title }),
    state: stateOf(fails, passing.includes(control)),
    subjects: fails?.open ?? 0,
    exemptedSubjects: fails?.exempted ?? 0,
  };
}

function stateOf(
  fails: FailingControl | undefined,
  passes: boolean,
): ClusterStanding['state'] {
  if (fails) return fails.open > 0 ? 'failing' : 'exempted';
  return passes ? 'clean' : 'notEvaluated';
}
