import { Knex } from 'knex';
import { ScopePage, ScopesFilter } from '../../ScopeReader';
import { isPartial } from '../entityPostures';
import { ReadinessTerms } from '../readinessSql';
import { Visibility } from '../visibleRefs';
import { oldestCriticals } from './oldestCriticals';
import {
  inOrder,
  listedScopes,
  ScopeSumRow,
  selectSums,
  toScopeSum,
  whereFound,
} from './scopeRows';

/** A page of the groups, systems or domains that hold at least one entity that the caller may see. */
export async function listScopes(
  knex: Knex,
  filter: ScopesFilter,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<ScopePage> {
  const sight = { type: filter.type, terms, visibility };
  const matching = () =>
    listedScopes(knex, sight)
      .modify(whereFound, knex, filter)
      .modify(whereParent, filter);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: ScopeSumRow[] = await matching()
    .modify(selectSums, knex, sight)
    .modify(inOrder, knex, filter.order)
    .offset(filter.offset)
    .limit(filter.limit);
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

function whereParent(
  query: Knex.QueryBuilder,
  { parent }: Pick<ScopesFilter, 'parent'>,
): void {
  if (parent === 'none') query.whereNull('up.ref');
  else if (parent) query.where('up.ref', parent);
}
