import { Readiness } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { ReadinessThresholds } from 'security-posture-engine';
import { Sighting } from '../../OutboxStore';
import { entityPostures } from '../entityPostures';

interface SightingRow {
  entity_ref: string;
  title: string | null;
  owner: string | null;
  state: string;
  readiness: Readiness;
  blocks_critical: number | string;
  blocks_high: number | string;
  told_readiness: Readiness | null;
  told_critical: number | null;
  told_high: number | null;
}

/** What an entity that was not judged answers the gate. */
const READINESS =
  "case when l.state = 'judged' then l.readiness else 'unknown' end";

/** Entities that stand in another way than when they were looked at last. Of one that was never looked at, only what is known counts. */
export async function listSightings(
  knex: Knex,
  now: number,
  thresholds: ReadinessThresholds,
  limit: number,
): Promise<Sighting[]> {
  const rows: SightingRow[] = await knex
    .from(entityPostures(knex, 'all', { now, thresholds }))
    .leftJoin({ a: 'announced' }, 'a.entity_ref', 'l.entity_ref')
    .where(differs =>
      differs
        .where(first =>
          first.whereNull('a.entity_ref').whereRaw(`${READINESS} <> 'unknown'`),
        )
        .orWhereRaw(`a.readiness <> ${READINESS}`)
        .orWhereRaw('a.critical <> l.blocks_critical')
        .orWhereRaw('a.high <> l.blocks_high'),
    )
    .orderBy('l.entity_ref')
    .limit(limit)
    .select(
      'l.entity_ref',
      'l.title',
      'l.owner',
      'l.blocks_critical',
      'l.blocks_high',
    )
    .select({
      readiness: knex.raw(READINESS),
      told_readiness: 'a.readiness',
      told_critical: 'a.critical',
      told_high: 'a.high',
    });
  return rows.map(toSighting);
}

function toSighting(row: SightingRow): Sighting {
  const { title, owner, told_readiness } = row;
  return {
    entityRef: row.entity_ref,
    ...(title ? { title } : {}),
    ...(owner ? { owner } : {}),
    ...(told_readiness
      ? {
          before: {
            readiness: told_readiness,
            critical: Number(row.told_critical),
            high: Number(row.told_high),
          },
        }
      : {}),
    after: {
      readiness: row.readiness,
      critical: Number(row.blocks_critical),
      high: Number(row.blocks_high),
    },
  };
}

/** Remembers how entities stand. */
export async function saveSightings(
  transaction: Knex,
  sightings: readonly Sighting[],
  now: number,
): Promise<void> {
  if (sightings.length === 0) return;
  await transaction('announced')
    .insert(
      sightings.map(({ entityRef, after }) => ({
        entity_ref: entityRef,
        ...after,
        at: now,
      })),
    )
    .onConflict('entity_ref')
    .merge();
}
