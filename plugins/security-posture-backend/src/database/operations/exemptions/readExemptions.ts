import { Knex } from 'knex';
import { ExemptionRecord, ExemptionsFilter } from '../../ExemptionStore';
import { whereChosen, whereCoversNothing } from './chooseExemptions';
import {
  JoinedExemptionRow,
  joinedExemptions,
  selectJoined,
  toExemptionRecords,
} from './exemptionRecord';

/** A page of exemptions: those in force and waiting first, of these the soonest to end; then the others, the last to end first. */
export async function listExemptions(
  knex: Knex,
  filter: ExemptionsFilter,
): Promise<{
  readonly items: readonly ExemptionRecord[];
  readonly total: number;
}> {
  const matching = () =>
    joinedExemptions(knex)
      .modify(whereChosen, filter)
      .modify(whereMatches, knex, filter);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: JoinedExemptionRow[] = await matching()
    .orderByRaw(
      "case when x.state in ('pending', 'approved') then 0 else 1 end",
    )
    .orderByRaw(
      "case when x.state in ('pending', 'approved') then x.expires_at else -coalesce(x.decided_at, x.expires_at) end",
    )
    .orderBy('x.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .modify(selectJoined);
  return {
    items: await toExemptionRecords(knex, rows),
    total: Number(total),
  };
}

export async function getExemption(
  knex: Knex,
  id: string,
): Promise<ExemptionRecord | undefined> {
  const rows: JoinedExemptionRow[] = await joinedExemptions(knex)
    .where('x.id', id)
    .modify(selectJoined);
  const [record] = await toExemptionRecords(knex, rows);
  return record;
}

function whereMatches(
  query: Knex.QueryBuilder,
  knex: Knex,
  filter: ExemptionsFilter,
): void {
  if (filter.states) query.whereIn('x.state', [...filter.states]);
  if (filter.expiresBefore !== undefined)
    query
      .where('x.state', 'approved')
      .andWhere('x.expires_at', '>', filter.now)
      .andWhere('x.expires_at', '<=', filter.expiresBefore);
  if (filter.appliesToNothing !== undefined)
    query.modify(whereCoversNothing, knex, filter.appliesToNothing);
}
