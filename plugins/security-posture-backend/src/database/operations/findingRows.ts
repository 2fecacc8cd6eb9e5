import { Knex } from 'knex';
import {
  ReasonCode,
  SEVERITIES,
  Severity,
  Violation,
} from 'security-posture-engine';
import { SubjectFacts } from '../../sweep/subjectFacts';
import { FindingRecord } from '../records';
import { asTime, ClusterRow, FindingRow, SubjectRow } from '../tables';

/** A finding `f` with what is needed of its subject `s` and its cluster `c`. */
export type JoinedFindingRow = FindingRow &
  Pick<SubjectRow, 'api_version' | 'kind' | 'namespace' | 'name'> &
  Pick<ClusterRow, 'sweep_no'> & {
    /** Facts of an image; null for any other subject. */
    image_facts: string | null;
  };

/** Ranks the severity of findings `f`: 0 is the gravest. */
export const SEVERITY_ORDER = `case f.severity ${SEVERITIES.map(
  (severity, rank) => `when '${severity}' then ${rank}`,
).join(' ')} end`;

/** Selects what makes a FindingRecord of findings `f`, subjects `s` and clusters `c`. */
export function selectFinding(query: Knex.QueryBuilder, knex: Knex): void {
  query.select(
    'f.*',
    knex.raw("case when s.type = 'image' then s.facts end as image_facts"),
    's.api_version',
    's.kind',
    's.namespace',
    's.name',
    'c.sweep_no',
  );
}

/** A finding as its row says: one that a sweep closes that is not published is open. */
export function toFindingRecord(row: JoinedFindingRow): FindingRecord {
  const staleSince = asTime(row.stale_since);
  const closed = row.closed_no !== null && row.closed_no <= row.sweep_no;
  return {
    key: row.key,
    control: row.control_id,
    cluster: row.cluster,
    subject: {
      apiVersion: row.api_version,
      kind: row.kind,
      ...(row.namespace === null ? {} : { namespace: row.namespace }),
      name: row.name,
      ...titleOf(row),
    },
    outcome: row.outcome as FindingRecord['outcome'],
    ...(row.reason === null ? {} : { reason: row.reason as ReasonCode }),
    ...(row.note === null ? {} : { note: row.note }),
    severity: row.severity as Severity,
    violations: JSON.parse(row.violations) as Violation[],
    ...(row.consequence_of === null
      ? {}
      : { consequenceOf: row.consequence_of }),
    ...(row.patch_proven === null
      ? {}
      : { patchProven: Boolean(row.patch_proven) }),
    ...(staleSince === undefined ? {} : { staleSince }),
    openSince: asTime(row.open_since)!,
    ...(closed
      ? {
          closedAt: asTime(row.closed_at)!,
          closedBecause: row.closed_because ?? undefined,
        }
      : {}),
  };
}

/** The name of an image is its digest, which tells people nothing. */
function titleOf({ image_facts }: JoinedFindingRow): { title?: string } {
  if (image_facts === null) return {};
  const [title] = (JSON.parse(image_facts) as SubjectFacts).images;
  return title ? { title } : {};
}
