import { Knex } from 'knex';
import { StandingTerms } from '../../StandingReader';
import { whereVisible } from '../visibleRefs';

/** A step in the life of a finding. */
export type FindingStep = 'opened' | 'closed';

/**
 * The published fails `f` that opened or closed since a time, of what a caller may see. Of evidence that changes both
 * is told at once, so that the difference of the two is what counts.
 */
export function changedFails(
  knex: Knex,
  step: FindingStep,
  since: number,
  terms: StandingTerms,
): Knex.QueryBuilder {
  return (
    knex({ f: 'findings' })
      .join({ c: 'clusters' }, 'c.name', 'f.cluster')
      .whereNull('c.gone_at')
      .where(`f.${step}_at`, '>=', since)
      .whereRaw(`f.${step}_no <= c.sweep_no`)
      // The first sweep finds all that was there before. A literal, for the index over what it did not find to be used.
      .whereRaw(`f.${step}_no > 1`)
      .where('f.outcome', 'fail')
      .whereNot('f.severity', 'info')
      .where(seen => {
        seen.where(query => ofEntities(query, terms));
        if (terms.clusters)
          seen.orWhereIn('f.control_id', [...terms.clusterControls]);
      })
  );
}

/** What an entity had counts, whether or not it has it still. */
function ofEntities(
  query: Knex.QueryBuilder,
  { entityControls, visibility }: StandingTerms,
): void {
  query
    .whereIn('f.control_id', [...entityControls])
    .whereIn('f.subject_id', links =>
      links
        .from({ l: 'entity_subjects' })
        .modify(whereVisible, 'l.entity_ref', visibility)
        .select('l.subject_id'),
    );
}

/** Since when changes can be told, at the earliest from a time on: from the first sweep. Undefined where there was none. */
export async function comparableSince(
  knex: Knex,
  earliest: number,
): Promise<number | undefined> {
  const [{ first }] = await knex('sweeps')
    .whereIn('status', ['complete', 'partial'])
    .min({ first: 'finished_at' });
  return first === null || first === undefined
    ? undefined
    : Math.max(earliest, Number(first));
}
