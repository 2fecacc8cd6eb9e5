import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { Visibility, whereVisible } from '../visibleRefs';

/** Keeps of the scopes `es` above an entity those of a kind that are nearest to it: its group, its system, the domain of its system. */
export function whereNearest(query: Knex.QueryBuilder, type: ScopeKind): void {
  query.whereRaw(
    `es.depth = (select min(near.depth) from entity_scopes near
      join scopes kind on kind.ref = near.scope_ref
      where near.entity_ref = es.entity_ref and kind.type = ?)`,
    [type],
  );
}

/** Keeps the scopes `es` that a caller may know of: those that an entity names itself, and those that the catalog shows. */
export function whereKnown(
  query: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility === 'all') return;
  query.where(known =>
    known
      .where('es.depth', 0)
      .orWhere(shown => shown.modify(whereVisible, 'es.scope_ref', visibility)),
  );
}
