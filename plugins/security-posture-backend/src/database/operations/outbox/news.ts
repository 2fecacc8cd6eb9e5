import { ExemptionStep } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { ToldClusterChange } from '../../../notify/clusterMessage';
import { NewsSource, StoredExemption, StoredStep } from '../../OutboxStore';
import { asTime, ExemptionEventRow, ExemptionRow } from '../../tables';

/** Rows that are read at once. */
const MOST_ROWS = 200;

/** How long, in milliseconds, rows wait: ids are given before transactions end, so younger ones may come out of order. */
const SETTLED_AFTER = 10_000;

/** The last row of a source that was looked at. Where none ever was, everything that is there by now is no news. */
export async function positionOf(
  knex: Knex,
  source: NewsSource,
): Promise<number> {
  const known = await knex('announced_up_to').where({ name: source }).first();
  if (known) return known.id;
  const [{ last }] = await knex(source).max({ last: 'id' });
  await knex('announced_up_to')
    .insert({ name: source, id: last ?? 0 })
    .onConflict('name')
    .ignore();
  return last ?? 0;
}

/** Remembers how far a source was looked at. */
export async function savePosition(
  transaction: Knex,
  source: NewsSource,
  id: number,
): Promise<void> {
  await transaction('announced_up_to').where({ name: source }).update({ id });
}

type OwnedExemptionRow = ExemptionRow & { owner: string | null };

/** Steps of exemptions after a position. */
export async function listSteps(
  knex: Knex,
  after: number,
  now: number,
): Promise<StoredStep[]> {
  const rows: (OwnedExemptionRow &
    Pick<ExemptionEventRow, 'what' | 'actor'> & { event: number })[] =
    await knex({ x: 'exemptions' })
      .join({ s: 'exemption_events' }, 's.exemption_id', 'x.id')
      .leftJoin({ e: 'entities' }, 'e.entity_ref', 'x.entity_ref')
      .where('s.id', '>', after)
      .where('s.at', '<=', now - SETTLED_AFTER)
      .orderBy('s.id')
      .limit(MOST_ROWS)
      .select('x.*', 's.what', 's.actor', 'e.owner')
      .select({ event: 's.id' });
  return rows.map(row => ({
    id: row.event,
    what: row.what as ExemptionStep,
    actor: row.actor,
    exemption: toStored(row),
  }));
}

/** Exemptions in force that end before a time. */
export async function listEnding(
  knex: Knex,
  now: number,
  before: number,
): Promise<StoredExemption[]> {
  const rows: OwnedExemptionRow[] = await knex({ x: 'exemptions' })
    .leftJoin({ e: 'entities' }, 'e.entity_ref', 'x.entity_ref')
    .where('x.state', 'approved')
    .where('x.expires_at', '>', now)
    .where('x.expires_at', '<=', before)
    .orderBy('x.id')
    .select('x.*', 'e.owner');
  return rows.map(toStored);
}

function toStored(row: OwnedExemptionRow): StoredExemption {
  return {
    id: row.id,
    control: row.control_id,
    ...(row.entity_ref ? { entityRef: row.entity_ref } : {}),
    ...(row.owner ? { owner: row.owner } : {}),
    requestedBy: row.requested_by,
    expiresAt: asTime(row.expires_at)!,
  };
}

/** Clusters that went silent or answer again after a position. */
export async function listClusterChanges(
  knex: Knex,
  after: number,
  now: number,
): Promise<{ changes: ToldClusterChange[]; last: number }> {
  const rows = await knex('changes')
    .where('id', '>', after)
    .where('at', '<=', now - SETTLED_AFTER)
    .orderBy('id')
    .limit(MOST_ROWS)
    .select('id', 'what', 'scope_ref');
  const changes = rows
    .filter(({ what }) => /^cluster(Unreachable|Answers)$/.test(what))
    .map(({ id, what, scope_ref }) => ({ id, what, cluster: scope_ref }));
  return { changes, last: rows.at(-1)?.id ?? after };
}
