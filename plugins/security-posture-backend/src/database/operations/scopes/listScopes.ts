import { Knex } from 'knex';
import { ScopeOrder } from 'backstage-plugin-security-posture-common';
import { ScopePage, ScopesFilter, ScopeSum } from '../../ScopeReader';
import { isPartial } from '../entityPostures';
import { ReadinessTerms } from '../readinessSql';
import { byCodeUnit, containsText, nameOfRef } from '../texts';
import { Visibility, whereVisible } from '../visibleRefs';
import { lowestBefore } from './lowestBefore';
import { membersOfScopes } from './memberPostures';
import { oldestCriticals } from './oldestCriticals';
import { MemberSum, severityCounts, sumMembers } from './sumMembers';

type ListedRow = MemberSum & {
  readonly title: string | null;
  readonly parent: string | null;
  readonly before: number | null;
  readonly before_library: string | null;
  readonly before_profile: string | null;
};

/**
 * A page of the groups, systems or domains that hold at least one entity that the caller may see. A scope is listed where
 * the catalog shows it to the caller, or where an entity that the caller sees names it; its title and its parent only where it shows them.
 */
export async function listScopes(
  knex: Knex,
  filter: ScopesFilter,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<ScopePage> {
  const matching = () =>
    listed(knex, filter, terms, visibility).modify(whereMatches, knex, filter);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: ListedRow[] = await matching()
    .leftJoin(
      lowestBefore(knex, filter, terms.now, visibility).as('b'),
      'b.scope_ref',
      't.member_of',
    )
    .modify(inOrder, knex, filter.order)
    .offset(filter.offset)
    .limit(filter.limit)
    .select('t.*', 'shown.title', 'up.ref as parent')
    .select(
      'b.effective as before',
      'b.library as before_library',
      'b.profile as before_profile',
    );
  const oldest = await oldestCriticals(
    knex,
    rows.map(row => row.member_of),
    visibility,
  );
  return {
    items: rows.map(row => toScopeSum(row, oldest.get(row.member_of))),
    total: Number(total),
    partial: await isPartial(knex, visibility),
  };
}

function listed(
  knex: Knex,
  { type }: ScopesFilter,
  terms: ReadinessTerms,
  visibility: Visibility,
): Knex.QueryBuilder {
  const sums = sumMembers(
    knex,
    membersOfScopes(knex, terms, visibility).where('s.type', type),
  );
  const shown = () => knex('scopes').modify(whereVisible, 'ref', visibility);
  return knex
    .from(sums.as('t'))
    .leftJoin(shown().as('shown'), 'shown.ref', 't.member_of')
    .leftJoin(shown().as('up'), 'up.ref', 'shown.parent_ref')
    .where(named => named.whereNotNull('shown.ref').orWhere('t.own', '>', 0));
}

function whereMatches(
  query: Knex.QueryBuilder,
  knex: Knex,
  { search, parent }: ScopesFilter,
): void {
  if (search)
    query.where(named =>
      named
        .where(containsText(knex, nameOfRef(knex, 't.member_of'), search))
        .orWhere(containsText(knex, knex.raw('shown.title'), search)),
    );
  if (parent === 'none') query.whereNull('up.ref');
  else if (parent) query.where('up.ref', parent);
}

const NULLS_LAST = (column: string) =>
  `case when ${column} is null then 1 else 0 end`;

const ORDERS: Readonly<Record<Exclude<ScopeOrder, 'name'>, string>> = {
  worst: '1.0 * t.ready / t.total, t.open_critical desc, t.open_high desc',
  critical: 't.open_critical desc, t.open_high desc',
  lowest: `${NULLS_LAST('t.effective')}, t.effective`,
  change: `${NULLS_LAST(
    't.effective - b.effective',
  )}, t.effective - b.effective`,
  members: 't.total desc',
};

/** Those without a score come last where it decides; ties go by name. */
function inOrder(
  query: Knex.QueryBuilder,
  knex: Knex,
  order: ScopeOrder,
): void {
  if (order !== 'name') query.orderByRaw(ORDERS[order]);
  query
    .orderByRaw(
      byCodeUnit(
        knex,
        knex.raw('lower(coalesce(shown.title, ?))', [
          nameOfRef(knex, 't.member_of'),
        ]),
      ),
    )
    .orderByRaw(byCodeUnit(knex, knex.raw('t.member_of')));
}

function toScopeSum(
  row: ListedRow,
  oldestCritical: number | undefined,
): ScopeSum {
  const { effective } = row;
  return {
    ref: row.member_of,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.parent === null ? {} : { parent: row.parent }),
    members: {
      total: Number(row.total),
      ready: Number(row.ready),
      notReady: Number(row.notReady),
      unknown: Number(row.unknown),
      noPosture: Number(row.noPosture),
    },
    ...(effective === null || row.lowest_ref === null
      ? {}
      : { lowest: { entityRef: row.lowest_ref, effective } }),
    p10: row.p10,
    open: severityCounts(row, 'open'),
    exempted: severityCounts(row, 'exempted'),
    ...(oldestCritical === undefined ? {} : { oldestCritical }),
    change: changeOf(row),
    coverage: row.coverage,
  };
}

function changeOf(row: ListedRow): ScopeSum['change'] {
  if (row.effective === null || row.before === null) return null;
  const steps: ('library' | 'profile')[] = [];
  if (row.library !== row.before_library) steps.push('library');
  if (row.profile !== row.before_profile) steps.push('profile');
  return { by: row.effective - row.before, steps };
}
