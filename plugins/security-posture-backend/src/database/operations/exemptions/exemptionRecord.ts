import { Knex } from 'knex';
import { Severity } from 'security-posture-engine';
import { ExemptionEventRecord, ExemptionRecord } from '../../ExemptionStore';
import { asTime, ExemptionRow, SubjectRow } from '../../tables';
import { countCovered } from './countCovered';
import { listExemptionEvents } from './exemptionEvents';

/** A row with the subject that it names, where that is known still. */
export type JoinedExemptionRow = ExemptionRow &
  Pick<SubjectRow, 'api_version' | 'kind' | 'namespace'> & {
    readonly subject_name: string | null;
    readonly subject_cluster: string | null;
  };

/** Exemptions `x` with the subjects `s` that they name. */
export function joinedExemptions(knex: Knex): Knex.QueryBuilder {
  return knex({ x: 'exemptions' }).leftJoin(
    { s: 'subjects' },
    's.id',
    'x.subject_id',
  );
}

export function selectJoined(query: Knex.QueryBuilder): void {
  query.select(
    'x.*',
    's.api_version',
    's.kind',
    's.namespace',
    's.name as subject_name',
    's.cluster as subject_cluster',
  );
}

/** The records of rows, with how many findings each covers. */
export async function toExemptionRecords(
  knex: Knex,
  rows: readonly JoinedExemptionRow[],
): Promise<readonly ExemptionRecord[]> {
  const ids = rows.map(({ id }) => id);
  const counts = await countCovered(knex, ids);
  const events = await listExemptionEvents(knex, ids);
  return rows.map(row =>
    toRecord(row, counts.get(row.id) ?? 0, events.get(row.id) ?? []),
  );
}

function toRecord(
  row: JoinedExemptionRow,
  appliesTo: number,
  events: readonly ExemptionEventRecord[],
): ExemptionRecord {
  const decidedAt = asTime(row.decided_at);
  return {
    id: row.id,
    scope: row.scope as ExemptionRecord['scope'],
    control: row.control_id,
    severity: row.severity as Severity,
    ...given('findingKey', row.finding_key),
    ...given('evidenceHash', row.evidence_hash),
    ...given('subjectId', row.subject_id),
    ...given('entityRef', row.entity_ref),
    ...given('cluster', row.cluster),
    category: row.category as ExemptionRecord['category'],
    reason: row.reason,
    ...given('compensatingControl', row.compensating_control),
    ...given('link', row.link),
    state: row.state as ExemptionRecord['state'],
    source: row.source as ExemptionRecord['source'],
    requestedBy: row.requested_by,
    requestedAt: asTime(row.requested_at)!,
    ...given('decidedBy', row.decided_by),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    expiresAt: asTime(row.expires_at)!,
    version: row.version,
    ...subjectOf(row),
    appliesTo,
    events,
  };
}

function subjectOf(row: JoinedExemptionRow): Pick<ExemptionRecord, 'subject'> {
  if (row.subject_name === null || row.subject_cluster === null) return {};
  return {
    subject: {
      cluster: row.subject_cluster,
      apiVersion: row.api_version,
      kind: row.kind,
      ...given('namespace', row.namespace),
      name: row.subject_name,
    },
  };
}

function given<Key extends string, Value>(
  key: Key,
  value: Value | null,
): { readonly [K in Key]?: Value } {
  const field = value === null ? {} : { [key]: value };
  return field as { [K in Key]?: Value };
}
