import { Knex } from 'knex';
import { ExplorerFilter, ExplorerQuery } from '../../FindingsExplorer';
import { containsText } from '../texts';
import { Visibility, whereVisible } from '../visibleRefs';

/** Keeps the findings `f` that the caller may see: of visible entities, and of nobody where that is allowed. */
export function whereShown(
  query: Knex.QueryBuilder,
  { visibility, unowned }: Pick<ExplorerQuery, 'visibility' | 'unowned'>,
): void {
  if (visibility === 'all' && unowned) return;
  query.where(shown => {
    shown.whereIn('f.subject_id', links =>
      links
        .from({ l: 'entity_subjects' })
        .whereNull('l.valid_to')
        .modify(whereVisible, 'l.entity_ref', visibility)
        .select('l.subject_id'),
    );
    if (unowned)
      shown.orWhereRaw(
        'not exists (select 1 from entity_subjects o where o.subject_id = f.subject_id and o.valid_to is null)',
      );
  });
}

/** Keeps the findings `f` in clusters `c` that meet a filter, on subjects `s` where it asks for their names. Entities and scopes count as far as the caller may see them. */
export function whereExplored(
  query: Knex.QueryBuilder,
  knex: Knex,
  { filter, visibility }: Pick<ExplorerQuery, 'filter' | 'visibility'>,
  exemptedIds: Knex.QueryBuilder,
): void {
  query.modify(whereColumns, filter);
  const { entityRef, scopeRefs, exempted, since, stale, search } = filter;
  const { production } = filter;
  if (production !== undefined) query.where('c.production', production);
  if (entityRef !== undefined || scopeRefs)
    query.whereIn('f.subject_id', links =>
      links
        .from({ l: 'entity_subjects' })
        .whereNull('l.valid_to')
        .modify(whereVisible, 'l.entity_ref', visibility)
        .modify(whereEntity, filter, visibility)
        .select('l.subject_id'),
    );
  if (exempted === true) query.whereIn('f.id', exemptedIds);
  if (exempted === false) query.whereNotIn('f.id', exemptedIds);
  if (since !== undefined) query.where('f.open_since', '>=', since);
  if (stale === true) query.whereNotNull('f.stale_since');
  if (stale === false) query.whereNull('f.stale_since');
  if (search) query.modify(whereFound, knex, search);
}

function whereColumns(query: Knex.QueryBuilder, filter: ExplorerFilter): void {
  const columns = {
    'f.outcome': filter.outcomes,
    'f.severity': filter.severities,
    'f.control_id': filter.controls,
    'f.cluster': filter.clusters,
    's.namespace': filter.namespaces,
  };
  for (const [column, values] of Object.entries(columns))
    if (values) query.whereIn(column, [...values]);
}

function whereEntity(
  links: Knex.QueryBuilder,
  { entityRef, scopeRefs = [] }: ExplorerFilter,
  visibility: Visibility,
): void {
  if (entityRef !== undefined) links.where('l.entity_ref', entityRef);
  for (const scopeRef of scopeRefs)
    links.whereIn('l.entity_ref', members =>
      members
        .from('entity_scopes')
        .where('scope_ref', scopeRef)
        .modify(whereNamed, visibility)
        .select('entity_ref'),
    );
}

/** Keeps the members of a scope of which the caller may know that. A visible entity names what owns it; what is above that is known only where the catalog shows it. */
export function whereNamed(
  members: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility === 'all') return;
  members.where(named =>
    named
      .where('depth', 0)
      .orWhere(shown => whereVisible(shown, 'scope_ref', visibility)),
  );
}

function whereFound(
  query: Knex.QueryBuilder,
  knex: Knex,
  { text, controls }: NonNullable<ExplorerFilter['search']>,
): void {
  query.where(found =>
    found
      .where(containsText(knex, knex.raw('s.name'), text))
      .orWhere(containsText(knex, knex.raw('s.namespace'), text))
      .orWhereIn('f.control_id', [...controls]),
  );
}
