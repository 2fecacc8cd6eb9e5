import { Knex } from 'knex';
import { ReadinessThresholds } from 'security-posture-engine';
import { OwnerStanding } from '../../../notify/digestMessage';
import { entityPostures } from '../entityPostures';

/** How the judged services of each owner stand. */
export async function listOwners(
  knex: Knex,
  now: number,
  thresholds: ReadinessThresholds,
): Promise<OwnerStanding[]> {
  const rows = await knex
    .from(entityPostures(knex, 'all', { now, thresholds }))
    .whereNotNull('l.owner')
    .where('l.state', 'judged')
    .groupBy('l.owner')
    .orderBy('l.owner')
    .select('l.owner')
    .count({ services: '*' })
    .sum({ critical: 'l.blocks_critical', high: 'l.blocks_high' })
    .select({
      ready: knex.raw("sum(case when l.readiness = 'ready' then 1 else 0 end)"),
    });
  return (rows as Record<string, string | number>[]).map(row => ({
    owner: String(row.owner),
    services: Number(row.services),
    ready: Number(row.ready),
    critical: Number(row.critical),
    high: Number(row.high),
  }));
}
