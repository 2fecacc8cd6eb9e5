import { Knex } from 'knex';
import {
  ScopeKind,
  ScopeOrder,
} from 'backstage-plugin-security-posture-common';
import { OldestCritical, ScopesFilter, ScopeSum } from '../../ScopeReader';
import { ReadinessTerms } from '../readinessSql';
import { byCodeUnit, containsText, nameOfRef } from '../texts';
import { Visibility, whereVisible } from '../visibleRefs';
import { lowestBefore } from './lowestBefore';
import { membersOfScopes } from './memberPostures';
import { MemberSum, severityCounts, sumMembers } from './sumMembers';

/** A scope as `scopeRows` selects it. */
export type ScopeSumRow = MemberSum & {
  readonly title: string | null;
  readonly parent: string | null;
  readonly before: number | null;
  readonly before_ready: number | null;
  readonly before_library: string | null;
  readonly before_profile: string | null;
};

/** What the sums of scopes are read by. */
export interface ScopeSight {
  readonly type: ScopeKind;
  readonly terms: ReadinessTerms;
  readonly visibility: Visibility;
}

/**
 * The groups, systems or domains that hold at least one entity that the caller may see, as `t`, `shown` and `up`. A scope is
 * there where the catalog shows it to the caller, or where an entity that the caller sees names it; its title and its parent
 * only where it shows them.
 */
export function listedScopes(
  knex: Knex,
  { type, terms, visibility }: ScopeSight,
  ref?: string,
): Knex.QueryBuilder {
  const members = membersOfScopes(knex, terms, visibility).where(
    's.type',
    type,
  );
  if (ref !== undefined) members.where('es.scope_ref', ref);
  const shown = () => knex('scopes').modify(whereVisible, 'ref', visibility);
  return knex
    .from(sumMembers(knex, members).as('t'))
    .leftJoin(shown().as('shown'), 'shown.ref', 't.member_of')
    .leftJoin(shown().as('up'), 'up.ref', 'shown.parent_ref')
    .where(named => named.whereNotNull('shown.ref').orWhere('t.own', '>', 0));
}

/** Selects of `listedScopes` what `toScopeSum` takes, with how they stood 30 days ago as `b`. */
export function selectSums(
  query: Knex.QueryBuilder,
  knex: Knex,
  { type, terms, visibility }: ScopeSight,
): void {
  query
    .leftJoin(
      lowestBefore(knex, { type }, terms.now, visibility).as('b'),
      'b.scope_ref',
      't.member_of',
    )
    .select('t.*', 'shown.title', 'up.ref as parent')
    .select(
      'b.effective as before',
      'b.ready as before_ready',
      'b.library as before_library',
      'b.profile as before_profile',
    );
}

/** Keeps the scopes that match a search. */
export function whereFound(
  query: Knex.QueryBuilder,
  knex: Knex,
  { search }: Pick<ScopesFilter, 'search'>,
): void {
  if (search)
    query.where(named =>
      named
        .where(containsText(knex, nameOfRef(knex, 't.member_of'), search))
        .orWhere(containsText(knex, knex.raw('shown.title'), search)),
    );
}

const NULLS_LAST = (column: string) =>
  `case when ${column} is null then 1 else 0 end`;

const EXEMPTED =
  't.exempted_critical + t.exempted_high + t.exempted_medium + t.exempted_low + t.exempted_info';

const ORDERS: Readonly<Record<Exclude<ScopeOrder, 'name'>, string>> = {
  worst: '1.0 * t.ready / t.total, t.open_critical desc, t.open_high desc',
  critical: 't.open_critical desc, t.open_high desc',
  high: 't.open_high desc, t.open_critical desc',
  lowest: `${NULLS_LAST('t.effective')}, t.effective`,
  p10: `${NULLS_LAST('t.p10')}, t.p10`,
  change: `${NULLS_LAST(
    't.effective - b.effective',
  )}, t.effective - b.effective`,
  readyChange: `${NULLS_LAST('t.ready - b.ready')}, t.ready - b.ready`,
  exempted: `${EXEMPTED} desc`,
  members: 't.total desc',
};

/** Those without a score come last where it decides; ties go by name. */
export function inOrder(
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

/** A row with its oldest critical finding, where it has one. */
export function toScopeSum(
  row: ScopeSumRow,
  oldestCritical: OldestCritical | undefined,
): ScopeSum {
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
    ...lowestOf(row),
    p10: row.p10,
    open: severityCounts(row, 'open'),
    exempted: severityCounts(row, 'exempted'),
    ...(oldestCritical === undefined ? {} : { oldestCritical }),
    change: changeOf(row, row.effective, row.before),
    readyChange: changeOf(row, Number(row.ready), row.before_ready),
    coverage: row.coverage,
  };
}

function lowestOf(row: ScopeSumRow): Pick<ScopeSum, 'lowest'> {
  const { effective, lowest_ref, lowest_title } = row;
  if (effective === null || lowest_ref === null) return {};
  return {
    lowest: {
      entityRef: lowest_ref,
      ...(lowest_title === null ? {} : { title: lowest_title }),
      effective,
      stale: Number(row.lowest_stale) === 1,
    },
  };
}

function changeOf(
  row: ScopeSumRow,
  now: number | null,
  before: number | null,
): ScopeSum['change'] {
  if (now === null || before === null) return null;
  const steps: ('library' | 'profile')[] = [];
  if (row.library !== row.before_library) steps.push('library');
  if (row.profile !== row.before_profile) steps.push('profile');
  return { by: now - before, steps };
}
