import { Knex } from 'knex';
import {
  ExemptionEventRecord,
  ExemptionRecord,
  ExemptionsFilter,
  ExemptionVisibility,
} from '../../ExemptionStore';
import { asTime, ExemptionEventRow } from '../../tables';
import { coveredFails } from '../coveredFails';
import { whereVisible } from '../visibleRefs';
import { OPEN_STATES } from './countCovered';
import {
  JoinedExemptionRow,
  joinedExemptions,
  selectJoined,
  toExemptionRecords,
} from './exemptionRecord';

/** A page of exemptions, those in force and waiting first, of these the soonest to end. */
export async function listExemptions(
  knex: Knex,
  filter: ExemptionsFilter,
): Promise<{
  readonly items: readonly ExemptionRecord[];
  readonly total: number;
}> {
  const matching = () =>
    joinedExemptions(knex)
      .modify(whereSeen, filter.visible)
      .modify(whereMatches, filter)
      .modify(whereCoversNothing, knex, filter.appliesToNothing);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: JoinedExemptionRow[] = await matching()
    .orderByRaw(
      "case when x.state in ('pending', 'approved') then 0 else 1 end",
    )
    .orderBy(['x.expires_at', 'x.id'])
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

/** The steps of an exemption, oldest first. */
export async function listExemptionEvents(
  knex: Knex,
  id: string,
): Promise<readonly ExemptionEventRecord[]> {
  const rows = await knex<ExemptionEventRow>('exemption_events')
    .where({ exemption_id: id })
    .orderBy('id');
  return rows.map(row => {
    const expiresAt = asTime(row.expires_at);
    return {
      what: row.what as ExemptionEventRecord['what'],
      actor: row.actor,
      at: asTime(row.at)!,
      ...(row.note === null ? {} : { note: row.note }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
  });
}

function whereSeen(
  query: Knex.QueryBuilder,
  { entities, cluster }: ExemptionVisibility,
): void {
  query.andWhere(seen => {
    seen.where(owned =>
      owned
        .whereNotNull('x.entity_ref')
        .modify(whereVisible, 'x.entity_ref', entities),
    );
    if (cluster) seen.orWhereNull('x.entity_ref');
  });
}

function whereMatches(
  query: Knex.QueryBuilder,
  filter: ExemptionsFilter,
): void {
  if (filter.states) query.whereIn('x.state', [...filter.states]);
  if (filter.entityRef) query.where('x.entity_ref', filter.entityRef);
  if (filter.control) query.where('x.control_id', filter.control);
  if (filter.expiresBefore !== undefined)
    query
      .where('x.state', 'approved')
      .andWhere('x.expires_at', '>', filter.now)
      .andWhere('x.expires_at', '<=', filter.expiresBefore);
}

function whereCoversNothing(
  query: Knex.QueryBuilder,
  knex: Knex,
  wanted: boolean | undefined,
): void {
  if (wanted === undefined) return;
  const covering = coveredFails(knex, open =>
    open.whereIn('x.state', [...OPEN_STATES]),
  ).select('v.exemption_id');
  query.whereIn('x.state', [...OPEN_STATES]);
  if (wanted) query.whereNotIn('x.id', covering);
  else query.whereIn('x.id', covering);
}
