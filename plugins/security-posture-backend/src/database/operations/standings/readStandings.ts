import { Knex } from 'knex';
import { Standings, StandingTerms } from '../../StandingReader';
import { isPartial } from '../entityPostures';
import { changedFails, comparableSince, FindingStep } from './changedFails';
import { countStandings } from './countStandings';
import { judgedClusters, judgedEntities } from './judgedPostures';

/** How far back changes are counted, in milliseconds. */
const COMPARED_MS = 30 * 24 * 60 * 60 * 1000;

/** How controls stand over all that a caller may see. Read from roll-ups and, for changes, by the times of findings. */
export async function readStandings(
  knex: Knex,
  terms: StandingTerms,
): Promise<Standings> {
  const { visibility, clusters, entityControls, clusterControls, now } = terms;
  const ofEntities = await countStandings(
    knex,
    () => judgedEntities(knex, visibility),
    entityControls,
  );
  const ofClusters = clusters
    ? await countStandings(knex, () => judgedClusters(knex), clusterControls)
    : [];
  const since = await comparableSince(knex, now - COMPARED_MS);
  return {
    numbers: new Map([...ofEntities, ...ofClusters]),
    changes:
      since === undefined ? new Map() : await readChanges(knex, since, terms),
    ...(since === undefined ? {} : { comparedSince: since }),
    partial: !clusters || (await isPartial(knex, visibility)),
  };
}

async function readChanges(
  knex: Knex,
  since: number,
  terms: StandingTerms,
): Promise<ReadonlyMap<string, number>> {
  const changes = new Map<string, number>();
  const add = async (step: FindingStep, sign: 1 | -1) => {
    const rows: { control_id: string; total: number | string }[] =
      await changedFails(knex, step, since, terms)
        .groupBy('f.control_id')
        .select('f.control_id')
        .count({ total: '*' });
    for (const { control_id: control, total } of rows)
      changes.set(control, (changes.get(control) ?? 0) + sign * Number(total));
  };
  await add('opened', 1);
  await add('closed', -1);
  return changes;
}
