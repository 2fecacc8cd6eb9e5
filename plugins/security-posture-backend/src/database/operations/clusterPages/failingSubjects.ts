import { Knex } from 'knex';
import { whereFindingOpen } from '../visible';

/** On how many subjects of a cluster some of these controls fail, exempted or not. */
export async function countFailingSubjects(
  knex: Knex,
  cluster: string,
  controls: readonly string[],
): Promise<number> {
  const [{ total }] = await knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .where({ 'f.cluster': cluster, 'f.outcome': 'fail' })
    .whereIn('f.control_id', [...controls])
    .modify(whereFindingOpen)
    .countDistinct({ total: 'f.subject_id' });
  return Number(total);
}
