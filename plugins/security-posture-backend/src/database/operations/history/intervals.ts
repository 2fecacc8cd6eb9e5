import { Knex } from 'knex';
import { PastScope } from '../../HistoryReader';
import { Visibility, whereVisible } from '../visibleRefs';

/**
 * Findings with the time in which a scope had them, as rows of `id`, `key`, `severity`, `began` and `ended`: an entity has a
 * finding while it is open and its subject belongs to the entity. `ended` is null while that lasts.
 * `joined` and `parted` are 1 where it began or ended because the workload came or left, not because of the finding.
 * A finding is there once for each entity of a scope that has it.
 */
export function findingIntervals(
  knex: Knex,
  scope: PastScope,
): Knex.QueryBuilder {
  const closed = 'case when f.closed_no <= c.sweep_no then f.closed_at end';
  const query = knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereRaw('f.opened_no <= c.sweep_no')
    .select('f.id', 'f.key', 'f.severity');
  if (scope.type === 'cluster')
    return query
      .join({ w: 'subjects' }, 'w.id', 'f.subject_id')
      .where('f.cluster', scope.ref)
      .modify(whereNotHidden, scope.visibility, 'f.subject_id')
      .select('f.opened_at as began')
      .select(
        knex.raw(`
        ${closed} as ended,
        case when w.type = 'workload' and w.first_seen_at = f.opened_at then 1 else 0 end as joined,
        0 as parted`),
      );
  return query
    .join({ l: 'entity_subjects' }, 'l.subject_id', 'f.subject_id')
    .modify(whereOwnedIn, scope)
    .select(
      knex.raw(`
        case when l.valid_from > f.opened_at then l.valid_from else f.opened_at end as began,
        case when ${closed} is null then l.valid_to
             when l.valid_to < ${closed} then l.valid_to
             else ${closed} end as ended,
        case when l.valid_from >= f.opened_at then 1 else 0 end as joined,
        case when l.valid_to < coalesce(${closed}, l.valid_to + 1) then 1 else 0 end as parted`),
    );
}

/** Workloads with the time in which a scope had them, as rows of `subject_id`, `began` and `ended`. */
export function workloadIntervals(
  knex: Knex,
  scope: PastScope,
): Knex.QueryBuilder {
  const query = knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .where('s.type', 'workload')
    .andWhereRaw('s.first_no <= c.sweep_no')
    .select('s.id as subject_id');
  if (scope.type === 'cluster')
    return query
      .where('s.cluster', scope.ref)
      .modify(whereNotHidden, scope.visibility, 's.id')
      .select('s.first_seen_at as began')
      .select(
        knex.raw(
          'case when s.gone_no <= c.sweep_no then s.gone_at end as ended',
        ),
      );
  return query
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .modify(whereOwnedIn, scope)
    .select('l.valid_from as began', 'l.valid_to as ended');
}

/** Keeps the intervals `i` in which a time is. */
export function whereDuring(query: Knex.QueryBuilder, at: number): void {
  query
    .where('i.began', '<=', at)
    .andWhere(open => open.whereNull('i.ended').orWhere('i.ended', '>', at));
}

/** Keeps the links `l` of an entity, or of the entities of a scope that the caller may see. */
export function whereOwnedIn(query: Knex.QueryBuilder, scope: PastScope): void {
  if (scope.type === 'cluster') return;
  if (scope.type === 'entity') {
    query.where('l.entity_ref', scope.ref);
    return;
  }
  query
    .whereIn('l.entity_ref', members =>
      members
        .from('entity_scopes')
        .where('scope_ref', scope.ref)
        .select('entity_ref'),
    )
    .modify(whereVisible, 'l.entity_ref', scope.visibility);
}

/** Leaves out subjects that belong, or belonged, only to entities that the caller may not see. */
export function whereNotHidden(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  column: string,
): void {
  if (visibility === 'all') return;
  query.where(shown =>
    shown
      .whereIn(column, owned =>
        owned
          .from('entity_subjects')
          .modify(whereVisible, 'entity_ref', visibility)
          .select('subject_id'),
      )
      .orWhereRaw(
        'not exists (select 1 from entity_subjects o where o.subject_id = ??)',
        [column],
      ),
  );
}
