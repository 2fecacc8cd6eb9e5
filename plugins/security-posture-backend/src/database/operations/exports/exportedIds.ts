import { Knex } from 'knex';
import { ExportScope } from '../../ExportReader';
import { exemptedIds } from '../explore/exemptedIds';
import { whereExplored, whereNamed } from '../explore/whereExplored';
import { byCodeUnit } from '../texts';
import { whereVisible } from '../visibleRefs';
import { whereLinkedAt, whereOpenAt } from './atTime';

/**
 * Ids of the findings of a scope, by cluster, namespace, kind, name and control. Each cluster is asked about by itself.
 * `now` is in epoch milliseconds: exemptions that are over by then do not count.
 */
export async function exportedIds(
  knex: Knex,
  scope: ExportScope,
  now: number,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const cluster of await clustersOf(knex, scope))
    for (const id of await idsIn(knex, scope, cluster, now)) ids.push(id);
  return ids;
}

async function clustersOf(
  knex: Knex,
  { type, ref }: ExportScope,
): Promise<readonly string[]> {
  if (type === 'cluster') return [ref];
  return knex('clusters')
    .orderByRaw(byCodeUnit(knex, knex.raw('name')))
    .pluck('name');
}

async function idsIn(
  knex: Knex,
  scope: ExportScope,
  cluster: string,
  now: number,
): Promise<readonly number[]> {
  return knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .where('f.cluster', cluster)
    .modify(whereOpenAt, scope.at)
    .modify(whereOf, scope)
    .modify(whereChosen, knex, scope, now)
    .orderByRaw('case when s.namespace is null then 0 else 1 end')
    .orderByRaw(byCodeUnit(knex, knex.raw('s.namespace')))
    .orderByRaw(byCodeUnit(knex, knex.raw('s.kind')))
    .orderByRaw(byCodeUnit(knex, knex.raw('s.name')))
    .orderBy(['f.control_id', 'f.id'])
    .pluck('f.id');
}

/** Keeps the findings `f` of a scope that the caller may see. */
function whereOf(query: Knex.QueryBuilder, scope: ExportScope): void {
  const { type, visibility, unowned, at } = scope;
  const ofMany = type === 'cluster' || type === 'organisation';
  if (ofMany && visibility === 'all' && unowned) return;
  query.where(shown => {
    shown.whereIn('f.subject_id', links =>
      links
        .from({ l: 'entity_subjects' })
        .modify(whereLinkedAt, 'l', at)
        .modify(whereLinkOf, scope)
        .select('l.subject_id'),
    );
    if (ofMany && unowned) shown.orWhereRaw(ownedByNobody(at));
  });
}

/** Keeps the findings `f` in clusters `c` on subjects `s` that the filter of a scope lets through. */
function whereChosen(
  query: Knex.QueryBuilder,
  knex: Knex,
  { filter, visibility }: ExportScope,
  now: number,
): void {
  if (!filter) return;
  const exempted = exemptedIds(knex, { now, visibility });
  query.modify(whereExplored, knex, { filter, visibility }, exempted);
}

function whereLinkOf(
  links: Knex.QueryBuilder,
  { type, ref, visibility }: ExportScope,
): void {
  if (type === 'entity') {
    links.where('l.entity_ref', ref);
    return;
  }
  links.modify(whereVisible, 'l.entity_ref', visibility);
  if (type === 'cluster' || type === 'organisation') return;
  links.whereIn('l.entity_ref', members =>
    members
      .from('entity_scopes')
      .where('scope_ref', ref)
      .modify(whereNamed, visibility)
      .select('entity_ref'),
  );
}

/** Of the past only what never belonged to anybody: what a hidden entity had then may be nobody's now. */
function ownedByNobody(at: number | undefined): string {
  const held = at === undefined ? ' and o.valid_to is null' : '';
  return `not exists (select 1 from entity_subjects o where o.subject_id = f.subject_id${held})`;
}
