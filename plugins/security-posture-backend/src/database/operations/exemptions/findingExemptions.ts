import { Knex } from 'knex';
import {
  ExemptionEventRecord,
  FindingExemptionRecord,
} from '../../ExemptionStore';
import { asTime, ExemptionRow } from '../../tables';
import { coveredFails, whereInForce, whereMayConcern } from '../coveredFails';
import { listExemptionEvents } from './exemptionEvents';
import { concerningExemption } from './concerningExemption';

type KeyedRow = ExemptionRow & { readonly key: string };

/**
 * The exemption of each of these open findings, by key: the one in force that lasts longest, else one that waits for approval,
 * else the last one for what it shows that was denied or has expired.
 * One for a whole entity is there only where that entity is the one named.
 */
export async function listFindingExemptions(
  knex: Knex,
  keys: readonly string[],
  entityRef: string | undefined,
  now: number,
): Promise<ReadonlyMap<string, FindingExemptionRecord>> {
  if (keys.length === 0) return new Map();
  if (entityRef && !(await concerningExemption(knex, entityRef)).length)
    return new Map();
  const rows = [
    ...(await listEnded(knex, keys, entityRef)),
    ...(await listOpen(knex, keys, entityRef, now)),
  ];
  // The last of each finding is kept: one in force, and of these the longest.
  const kept = new Map(rows.map(row => [row.key, row]));
  const events = await listExemptionEvents(
    knex,
    [...kept.values()].map(({ id }) => id),
  );
  return new Map(
    [...kept].map(([key, row]) => [
      key,
      exemptionOf(row, events.get(row.id) ?? []),
    ]),
  );
}

async function listOpen(
  knex: Knex,
  keys: readonly string[],
  entityRef: string | undefined,
  now: number,
): Promise<readonly KeyedRow[]> {
  return coveredFails(knex, query => {
    query.modify(whereOpen, now);
    if (entityRef === undefined) query.modify(whereOnFindings, keys);
    else query.modify(whereMayConcern, entityRef);
  })
    .join({ e: 'exemptions' }, 'e.id', 'v.exemption_id')
    .whereIn('v.key', [...keys])
    .modify(whereForEntity, entityRef)
    .orderBy([
      { column: 'e.state', order: 'desc' },
      { column: 'v.expires_at' },
      { column: 'e.id' },
    ])
    .select('e.*', 'v.key');
}

/** Of findings that show what was exempted, or not, before. */
function listEnded(
  knex: Knex,
  keys: readonly string[],
  entityRef: string | undefined,
): Promise<readonly KeyedRow[]> {
  const query = knex({ x: 'exemptions' })
    .join({ f: 'findings' }, 'f.key', 'x.finding_key')
    .whereIn('x.finding_key', [...keys])
    .whereIn('x.state', ['denied', 'expired'])
    .whereNull('f.closed_at')
    .andWhereRaw('f.evidence_hash = x.evidence_hash')
    .orderBy(['x.decided_at', 'x.id']);
  if (entityRef) query.where('x.entity_ref', entityRef);
  return query.select('x.*', 'f.key');
}

/** Keeps the covered fails `v` that are covered for an entity, or for whomever they concern. */
export function whereForEntity(
  query: Knex.QueryBuilder,
  entityRef: string | undefined,
): void {
  query.andWhere(covered => {
    covered.whereNull('v.for_entity');
    if (entityRef !== undefined) covered.orWhere('v.for_entity', entityRef);
  });
}

/** Keeps the exemptions `x` in force and the requests that may be. */
function whereOpen(query: Knex.QueryBuilder, now: number): void {
  query.andWhere(open =>
    open
      .where(inForce => inForce.modify(whereInForce, now))
      .orWhere('x.state', 'pending'),
  );
}

function whereOnFindings(
  query: Knex.QueryBuilder,
  keys: readonly string[],
): void {
  query.whereIn('x.subject_id', subjects =>
    subjects
      .from('findings')
      .whereIn('key', [...keys])
      .select('subject_id'),
  );
}

function exemptionOf(
  row: KeyedRow,
  events: readonly ExemptionEventRecord[],
): FindingExemptionRecord {
  const decidedAt = asTime(row.decided_at);
  return {
    id: row.id,
    scope: row.scope as FindingExemptionRecord['scope'],
    state: row.state as FindingExemptionRecord['state'],
    requestedBy: row.requested_by,
    requestedAt: asTime(row.requested_at)!,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    expiresAt: asTime(row.expires_at)!,
    events,
  };
}
