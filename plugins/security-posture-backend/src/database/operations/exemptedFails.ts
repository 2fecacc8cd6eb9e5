import { Knex } from 'knex';
import { ExemptedFail, Severity } from 'security-posture-engine';
import { CoveredFailRow, coveredFails, whereInForce } from './coveredFails';
import { whereVisible } from './visibleRefs';

/** A published open fail that an approved exemption covers now. */
export interface StoredExemptedFail extends ExemptedFail {
  readonly cluster: string;
  readonly subjectId: number;
  readonly findingKey: string;
  /** From then on no exemption covers it any more, unless one is added; epoch milliseconds. */
  readonly until: number;
  /** The exemption that lasts longest. */
  readonly exemptionId: string;
}

/**
 * The exempted fails of entities by entity ref; an entity that has none is left out.
 * A fail is there once, whatever the number of exemptions that cover it.
 */
export async function listExemptedFails(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly StoredExemptedFail[]>> {
  const rows: (CoveredFailRow & { entity_ref: string })[] = await coveredFails(
    knex,
    query => whereInForce(query, now),
  )
    .join({ es: 'entity_subjects' }, 'es.subject_id', 'v.subject_id')
    .whereNull('es.valid_to')
    .andWhereRaw('(v.for_entity is null or v.for_entity = es.entity_ref)')
    .modify(whereVisible, 'es.entity_ref', new Set(entityRefs))
    .select('v.*', 'es.entity_ref');
  return longestBy(rows, row => row.entity_ref);
}

/** The exempted fails of one entity. */
export async function listExemptedFailsOf(
  knex: Knex,
  entityRef: string,
  now: number,
): Promise<readonly StoredExemptedFail[]> {
  const fails = await listExemptedFails(knex, [entityRef], now);
  return fails.get(entityRef) ?? [];
}

/**
 * The exempted fails of clusters by cluster: of what is judged there beside workloads, images and service accounts.
 * A fail is there once, whatever the number of exemptions that cover it.
 */
export async function listExemptedClusterFails(
  knex: Knex,
  clusters: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly StoredExemptedFail[]>> {
  const rows: CoveredFailRow[] = await coveredFails(knex, query =>
    whereInForce(query, now),
  )
    .join({ judged: 'subjects' }, 'judged.id', 'v.subject_id')
    .whereNotIn('judged.type', ['workload', 'image', 'serviceAccount'])
    .modify(whereVisible, 'v.cluster', new Set(clusters))
    .select('v.*');
  return longestBy(rows, row => row.cluster);
}

function longestBy<Row extends CoveredFailRow>(
  rows: readonly Row[],
  ownerOf: (row: Row) => string,
): ReadonlyMap<string, readonly StoredExemptedFail[]> {
  const fails = new Map<string, Map<number, StoredExemptedFail>>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const ofOwner = fails.get(owner) ?? new Map<number, StoredExemptedFail>();
    fails.set(owner, ofOwner);
    const fail = exemptedFailOf(row);
    const before = ofOwner.get(row.finding_id);
    if (!before || before.until < fail.until) ofOwner.set(row.finding_id, fail);
  }
  return new Map(
    [...fails].map(([owner, ofOwner]) => [owner, [...ofOwner.values()]]),
  );
}

/** A covered fail as a record. */
export function exemptedFailOf(row: CoveredFailRow): StoredExemptedFail {
  return {
    control: row.control_id,
    severity: row.severity as Severity,
    cluster: row.cluster,
    subjectId: row.subject_id,
    findingKey: row.key,
    ...(row.consequence_of === null
      ? {}
      : { consequenceOf: row.consequence_of }),
    until: Number(row.expires_at),
    exemptionId: row.exemption_id,
  };
}
