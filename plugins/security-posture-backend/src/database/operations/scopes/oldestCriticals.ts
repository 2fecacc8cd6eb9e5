import { Knex } from 'knex';
import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { OldestCritical } from '../../ScopeReader';
import { ENTITY_SCOPE } from '../saveParts';
import { whereFindingOpen } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';
import { whereNearest } from './whereNearest';

interface CriticalRow {
  readonly scope_ref: string;
  readonly entity_ref: string;
  readonly title: string | null;
  readonly since: number | string;
}

/** Whose findings count: those of all members, exempted or not, or those of members that have one open and that no scope of this kind is nearer to. */
export type CriticalExtent = 'members' | { readonly nearestOf: ScopeKind };

/** The critical finding of each of these scopes that is open the longest; those without any are left out. */
export async function oldestCriticals(
  knex: Knex,
  scopeRefs: readonly string[],
  visibility: Visibility,
  extent: CriticalExtent = 'members',
): Promise<ReadonlyMap<string, OldestCritical>> {
  const rows: CriticalRow[] = await criticals(knex, scopeRefs, visibility)
    .modify(whereExtent, extent)
    .groupBy('es.scope_ref', 'es.entity_ref', 'e.title')
    .select('es.scope_ref', 'es.entity_ref', 'e.title')
    .min({ since: 'f.open_since' })
    .orderBy(['since', 'es.entity_ref']);
  const oldest = new Map<string, OldestCritical>();
  for (const row of rows)
    if (!oldest.has(row.scope_ref)) oldest.set(row.scope_ref, toOldest(row));
  return oldest;
}

function criticals(
  knex: Knex,
  scopeRefs: readonly string[],
  visibility: Visibility,
): Knex.QueryBuilder {
  return (
    knex({ es: 'entity_scopes' })
      .whereIn('es.scope_ref', [...scopeRefs])
      .modify(whereVisible, 'es.entity_ref', visibility)
      .join({ e: 'entities' }, 'e.entity_ref', 'es.entity_ref')
      .join({ p: 'postures' }, join =>
        join
          .on('p.scope_ref', 'es.entity_ref')
          .andOnVal('p.scope_type', '=', ENTITY_SCOPE),
      )
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
  );
}

function whereExtent(query: Knex.QueryBuilder, extent: CriticalExtent): void {
  if (extent === 'members')
    query.whereRaw('p.open_critical + p.exempted_critical > 0');
  else
    query
      .modify(whereNearest, extent.nearestOf)
      .where('p.open_critical', '>', 0);
}

function toOldest({ since, entity_ref, title }: CriticalRow): OldestCritical {
  return {
    since: Number(since),
    entityRef: entity_ref,
    ...(title === null ? {} : { entityTitle: title }),
  };
}
