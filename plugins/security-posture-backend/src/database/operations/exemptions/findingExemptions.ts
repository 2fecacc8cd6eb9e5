import { Knex } from 'knex';
import { FindingExemptionRecord } from '../../ExemptionStore';
import { ExemptionRow } from '../../tables';
import {
  CoveredFailRow,
  coveredFails,
  whereInForce,
  whereMayConcern,
} from '../coveredFails';
import { mayBeExempted } from './mayBeExempted';

type ExemptedRow = CoveredFailRow & Pick<ExemptionRow, 'scope' | 'state'>;

/**
 * The exemption of each of these open findings, by key: the one in force that lasts longest, else one that waits for approval.
 * One for a whole entity is there only where that entity is the one named.
 */
export async function listFindingExemptions(
  knex: Knex,
  keys: readonly string[],
  entityRef: string | undefined,
  now: number,
): Promise<ReadonlyMap<string, FindingExemptionRecord>> {
  if (keys.length === 0) return new Map();
  const open = (query: Knex.QueryBuilder) => whereOpen(query, now);
  if (entityRef && !(await mayBeExempted(knex, entityRef, open)))
    return new Map();
  const rows: ExemptedRow[] = await coveredFails(knex, query => {
    query.modify(open);
    if (entityRef === undefined) query.modify(whereOnFindings, keys);
    else query.modify(whereMayConcern, entityRef);
  })
    .join({ e: 'exemptions' }, 'e.id', 'v.exemption_id')
    .whereIn('v.key', [...keys])
    .modify(whereForEntity, entityRef)
    // The last of each finding is kept: one in force, and of these the longest.
    .orderBy([
      { column: 'e.state', order: 'desc' },
      { column: 'v.expires_at' },
      { column: 'e.id' },
    ])
    .select('v.*', 'e.scope', 'e.state');
  return new Map(rows.map(row => [row.key, exemptionOf(row)]));
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

function exemptionOf(row: ExemptedRow): FindingExemptionRecord {
  return {
    id: row.exemption_id,
    scope: row.scope as FindingExemptionRecord['scope'],
    state: row.state as FindingExemptionRecord['state'],
    expiresAt: Number(row.expires_at),
  };
}
