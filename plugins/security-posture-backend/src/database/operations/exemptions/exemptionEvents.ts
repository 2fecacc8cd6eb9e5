import { Knex } from 'knex';
import { chunksOf } from '../../chunks';
import { ExemptionEventRecord } from '../../ExemptionStore';
import { asTime, ExemptionEventRow } from '../../tables';

/** The steps of each of these exemptions, oldest first. */
export async function listExemptionEvents(
  knex: Knex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ExemptionEventRecord[]>> {
  const events = new Map<string, ExemptionEventRecord[]>();
  for (const chunk of chunksOf(ids)) {
    const rows = await knex<ExemptionEventRow>('exemption_events')
      .whereIn('exemption_id', [...chunk])
      .orderBy('id');
    for (const row of rows) {
      const before = events.get(row.exemption_id) ?? [];
      events.set(row.exemption_id, [...before, toEvent(row)]);
    }
  }
  return events;
}

function toEvent(row: ExemptionEventRow): ExemptionEventRecord {
  const expiresAt = asTime(row.expires_at);
  return {
    what: row.what as ExemptionEventRecord['what'],
    actor: row.actor,
    at: asTime(row.at)!,
    ...(row.note === null ? {} : { note: row.note }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
