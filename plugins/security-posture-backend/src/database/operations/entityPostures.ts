import { EntityOrder } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import {
  EntityFilter,
  EntityListQuery,
  ListedEntity,
} from '../OrganisationReader';
import { EntityMapping } from '../records';
import { EntityTableRow, PostureRow } from '../tables';
import { evidenceSql, judgedEntities } from './evidenceSql';
import { failingSql } from './failingSql';
import { blockingSql, ReadinessTerms, readinessSql } from './readinessSql';
import { byCodeUnit, containsText, nameOfRef } from './texts';
import { Visibility, whereVisible } from './visibleRefs';

/** A posture as `entityPostures` selects it. */
export type ListedRow = Pick<
  EntityTableRow,
  'entity_ref' | 'title' | 'owner' | 'system' | 'lifecycle' | 'mapping'
> &
  PostureRow & {
    readiness: ListedEntity['readiness'];
    blocks_critical: number | string;
    blocks_high: number | string;
  };

/** A page of the entities that a caller may see, filtered and sorted. */
export async function listEntityPostures(
  knex: Knex,
  query: EntityListQuery,
): Promise<{
  readonly items: readonly ListedEntity[];
  readonly total: number;
  readonly partial: boolean;
}> {
  const listed = () =>
    knex
      .from(entityPostures(knex, query.visibility, query))
      .modify(whereMatches, knex, query.filter);
  const [{ total }] = await listed().count({ total: '*' });
  const rows: ListedRow[] = await listed()
    .modify(inOrder, knex, query.order)
    .offset(query.offset)
    .limit(query.limit);
  return {
    items: rows.map(toListedEntity),
    total: Number(total),
    partial: await isPartial(knex, query.visibility),
  };
}

/** The postures of the entities that a caller may see, with their readiness now, as one table `l`. */
export function entityPostures(
  knex: Knex,
  visibility: Visibility,
  terms: ReadinessTerms,
): Knex.QueryBuilder {
  return judgedEntities(knex, terms, visibility)
    .select(
      'p.*',
      'e.entity_ref',
      'e.title',
      'e.owner',
      'e.system',
      'e.lifecycle',
      'e.mapping',
      'fresh.oldest',
      'fresh.newest',
    )
    .select({
      readiness: readinessSql(knex, terms),
      evidence: evidenceSql(knex, terms),
      blocks_critical: blockingSql(knex, 'critical', terms),
      blocks_high: blockingSql(knex, 'high', terms),
    })
    .as('l');
}

/** True where a caller does not see all entities. */
export async function isPartial(
  knex: Knex,
  visibility: Visibility,
): Promise<boolean> {
  if (visibility === 'all') return false;
  const entities = () => knex('entities').whereNull('gone_at');
  const [all] = await entities().count({ total: '*' });
  const [seen] = await entities()
    .modify(whereVisible, 'entity_ref', visibility)
    .count({ total: '*' });
  return visibility === 'none' || Number(seen.total) < Number(all.total);
}

function whereMatches(
  query: Knex.QueryBuilder,
  knex: Knex,
  filter: EntityFilter,
): void {
  const { readiness, evidence, control, lifecycle, search } = filter;
  if (readiness) query.whereIn('l.readiness', [...readiness]);
  if (evidence) query.whereIn('l.evidence', [...evidence]);
  if (filter.owner) query.where(ofScope(knex, 'owner', filter.owner));
  if (filter.system) query.where(ofScope(knex, 'system', filter.system));
  if (lifecycle) query.whereRaw('lower(l.lifecycle) = lower(?)', [lifecycle]);
  if (control) query.whereRaw('? > 0', [failingSql(knex, control, 'open')]);
  if (search)
    query.where(named =>
      named
        .where(containsText(knex, nameOfRef(knex, 'l.entity_ref'), search))
        .orWhere(containsText(knex, knex.raw('l.title'), search)),
    );
}

/** Keeps what names a group or a system itself, and what is below it. */
function ofScope(knex: Knex, column: 'owner' | 'system', ref: string) {
  return (query: Knex.QueryBuilder) =>
    query
      .whereRaw('lower(??) = ?', [`l.${column}`, ref])
      .orWhereIn(
        'l.entity_ref',
        knex('entity_scopes').where({ scope_ref: ref }).select('entity_ref'),
      );
}

/** Those without a posture come last in all orders but that by name; ties go by ref. */
function inOrder(
  query: Knex.QueryBuilder,
  knex: Knex,
  order: EntityOrder,
): void {
  const unjudgedLast = "case when l.state = 'judged' then 0 else 1 end";
  const worstScore = 'l.effective is null, l.effective';
  const terms: Readonly<Record<EntityOrder, readonly string[]>> = {
    worst: [
      unjudgedLast,
      "case l.readiness when 'notReady' then 0 when 'unknown' then 1 else 2 end",
      worstScore,
    ],
    score: [unjudgedLast, worstScore],
    critical: [
      unjudgedLast,
      'l.blocks_critical desc',
      'l.blocks_high desc',
      worstScore,
    ],
    freshness: [unjudgedLast, 'coalesce(l.oldest, 0)'],
    name: [],
  };
  for (const term of terms[order]) query.orderByRaw(term);
  if (order === 'name')
    query.orderByRaw(
      byCodeUnit(
        knex,
        knex.raw('lower(coalesce(l.title, ?))', [
          nameOfRef(knex, 'l.entity_ref'),
        ]),
      ),
    );
  query.orderByRaw(byCodeUnit(knex, knex.raw('l.entity_ref')));
}

/** The posture of one entity, as lists show it. */
export function toListedEntity(row: ListedRow): ListedEntity {
  const optional = (['title', 'owner', 'system', 'lifecycle'] as const).filter(
    column => row[column] !== null,
  );
  const mapping = JSON.parse(row.mapping) as EntityMapping;
  return {
    entityRef: row.entity_ref,
    ...Object.fromEntries(optional.map(column => [column, row[column]])),
    state: row.state as ListedEntity['state'],
    readiness: row.readiness,
    raw: row.raw,
    effective: row.effective,
    coverage: row.coverage,
    open: countsOf(row, 'open'),
    exempted: countsOf(row, 'exempted'),
    blocking: {
      critical: Number(row.blocks_critical),
      high: Number(row.blocks_high),
    },
    workloads: row.subjects,
    clusters: mapping.query?.clusters ?? [],
  };
}

function countsOf(
  row: PostureRow,
  prefix: 'open' | 'exempted',
): ListedEntity['open'] {
  return {
    critical: row[`${prefix}_critical`],
    high: row[`${prefix}_high`],
    medium: row[`${prefix}_medium`],
    low: row[`${prefix}_low`],
    info: row[`${prefix}_info`],
  };
}
