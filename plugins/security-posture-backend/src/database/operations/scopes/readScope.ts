import { Knex } from 'knex';
import { ScopeSum } from '../../ScopeReader';
import { oldestCriticals } from './oldestCriticals';
import {
  listedScopes,
  ScopeSight,
  ScopeSumRow,
  selectSums,
  toScopeSum,
} from './scopeRows';

/** One scope, as `listScopes` would list it. */
export async function readScope(
  knex: Knex,
  ref: string,
  sight: ScopeSight,
): Promise<ScopeSum | undefined> {
  const row: ScopeSumRow | undefined = await listedScopes(knex, sight, ref)
    .modify(selectSums, knex, sight)
    .first();
  if (!row) return undefined;
  const oldest = await oldestCriticals(knex, [ref], sight.visibility);
  return toScopeSum(row, oldest.get(ref));
}
