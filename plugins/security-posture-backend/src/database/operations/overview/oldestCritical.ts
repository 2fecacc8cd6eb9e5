import { Knex } from 'knex';
import { asTime } from '../../tables';
import { ENTITY_SCOPE } from '../saveParts';
import { whereFindingOpen } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';

/** Since when the oldest critical finding of the entities that a caller may see is open, exempted ones left out; undefined where there is none. */
export async function oldestCritical(
  knex: Knex,
  now: number,
  visibility: Visibility,
): Promise<number | undefined> {
  const row: { since: number | string | null } | undefined = await knex({
    p: 'postures',
  })
    .where('p.scope_type', ENTITY_SCOPE)
    .where('p.open_critical', '>', 0)
    .modify(whereVisible, 'p.scope_ref', visibility)
    .join({ l: 'entity_subjects' }, join =>
      join.on('l.entity_ref', 'p.scope_ref').andOnNull('l.valid_to'),
    )
    .join({ f: 'findings' }, 'f.subject_id', 'l.subject_id')
    // A literal, for the index over critical findings to be used.
    .whereRaw("f.severity = 'critical'")
    .where('f.outcome', 'fail')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereNull('c.gone_at')
    .modify(whereFindingOpen)
    .whereNotExists(exemptions(knex, now))
    .min({ since: 'f.open_since' })
    .first();
  return asTime(row?.since ?? null);
}

/** A critical finding can only be exempted by itself, with the evidence that it has. */
function exemptions(knex: Knex, now: number): Knex.QueryBuilder {
  return knex({ x: 'exemptions' })
    .whereRaw('x.finding_key = f.key')
    .whereRaw('x.evidence_hash = f.evidence_hash')
    .where({ 'x.scope': 'finding', 'x.state': 'approved' })
    .where('x.expires_at', '>', now);
}
