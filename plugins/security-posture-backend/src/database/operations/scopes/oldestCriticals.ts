import { Knex } from 'knex';
import { asTime } from '../../tables';
import { ENTITY_SCOPE } from '../saveParts';
import { whereFindingOpen } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';

/** Since when the oldest critical finding of each of these scopes is open, exempted or not; those without any are left out. */
export async function oldestCriticals(
  knex: Knex,
  scopeRefs: readonly string[],
  visibility: Visibility,
): Promise<ReadonlyMap<string, number>> {
  const rows: { scope_ref: string; since: number | string | null }[] =
    await knex({ es: 'entity_scopes' })
      .whereIn('es.scope_ref', [...scopeRefs])
      .modify(whereVisible, 'es.entity_ref', visibility)
      .join({ p: 'postures' }, join =>
        join
          .on('p.scope_ref', 'es.entity_ref')
          .andOnVal('p.scope_type', '=', ENTITY_SCOPE),
      )
      .whereRaw('p.open_critical + p.exempted_critical > 0')
      .join({ l: 'entity_subjects' }, join =>
        join.on('l.entity_ref', 'es.entity_ref').andOnNull('l.valid_to'),
      )
      .join({ f: 'findings' }, 'f.subject_id', 'l.subject_id')
      // A literal, for the index over critical findings to be used.
      .whereRaw("f.severity = 'critical'")
      .where('f.outcome', 'fail')
      .join({ c: 'clusters' }, 'c.name', 'f.cluster')
      .whereNull('c.gone_at')
      .modify(whereFindingOpen)
      .groupBy('es.scope_ref')
      .select('es.scope_ref')
      .min({ since: 'f.open_since' });
  return new Map(
    rows.flatMap(({ scope_ref, since }) => {
      const time = asTime(since);
      return time === undefined ? [] : [[scope_ref, time] as const];
    }),
  );
}
