import { Knex } from 'knex';
import { whereLinkedAt, whereOpenAt } from './exports/atTime';
import { whereSubjectVisible } from './visible';

/** A published open fail that an exemption covers. Several exemptions may cover the same. */
export interface CoveredFailRow {
  exemption_id: string;
  expires_at: number | string;
  /** Set where the exemption covers the finding for one entity only. */
  for_entity: string | null;
  finding_id: number;
  key: string;
  subject_id: number;
  cluster: string;
  control_id: string;
  severity: string;
  consequence_of: string | null;
}

const FINDING_COLUMNS = [
  'f.id as finding_id',
  'f.key',
  'f.subject_id',
  'f.cluster',
  'f.control_id',
  'f.severity',
  'f.consequence_of',
];

/** Who decides on an exemption that an annotation is by itself. */
export const ANNOTATION = 'annotation';

/** Keeps some exemptions `x`. */
export type ChooseExemptions = (query: Knex.QueryBuilder) => void;

/**
 * The fails that exemptions cover, as rows `v` (CoveredFailRow), to be joined, filtered and counted.
 * - scope finding: this very finding, as long as its evidence is the same; what became critical since is another finding
 * - scope workload: a control on a subject, unless the finding is critical
 * - scope entity: a control on every subject of an entity, unless the finding is critical
 * What is the consequence of another control is covered with its cause on the same subject, and never by itself.
 *
 * Of what an annotation exempts by itself nothing high is covered either. `source` stands in for the table of exemptions.
 * With `at`, in epoch milliseconds, it is what was open and whose it was at that time.
 * It is driven from the exemptions, which are few: SQLite takes the tables of a cross join in the order in which they stand.
 */
export function coveredFails(
  knex: Knex,
  choose: ChooseExemptions,
  source: Knex.QueryBuilder = knex({ x: 'exemptions' }),
  at?: number,
): Knex.QueryBuilder {
  const exemptions = (scope: string) =>
    source.clone().where('x.scope', scope).modify(choose);
  const direct = [
    exemptions('finding').modify(joinFinding).modify(onFindingKey),
    exemptions('workload').modify(joinFinding).modify(onSubjectAndControl),
    exemptions('entity').modify(joinSubjects, at).modify(joinEntityFinding),
  ].map(query =>
    query.modify(wherePublishedFail, at).modify(selectDirect, knex),
  );
  return knex
    .with('direct', direct[0].unionAll(direct.slice(1)))
    .with('covered', covered =>
      covered
        .select('*')
        .from('direct')
        .unionAll([consequencesOf(knex, at)]),
    )
    .from({ v: 'covered' });
}

/** Keeps the exemptions `x` that hold now. From `expires_at` on one holds no more. */
export function whereInForce(query: Knex.QueryBuilder, now: number): void {
  query.where('x.state', 'approved').andWhere('x.expires_at', '>', now);
}

/** Keeps the exemptions `x` that may cover something on an entity. */
export function whereMayConcern(
  query: Knex.QueryBuilder,
  entityRef: string,
): void {
  query.andWhere(concerns =>
    concerns
      .where('x.entity_ref', entityRef)
      .orWhereIn('x.subject_id', owned =>
        owned
          .from('entity_subjects')
          .where({ entity_ref: entityRef })
          .whereNull('valid_to')
          .select('subject_id'),
      ),
  );
}

function joinFinding(query: Knex.QueryBuilder): void {
  query.crossJoin({ f: 'findings' } as never);
}

function joinSubjects(query: Knex.QueryBuilder, at?: number): void {
  query
    .crossJoin({ owned: 'entity_subjects' } as never)
    .whereRaw('owned.entity_ref = x.entity_ref')
    .modify(whereLinkedAt, 'owned', at);
}

function joinEntityFinding(query: Knex.QueryBuilder): void {
  query
    .modify(joinFinding)
    .whereRaw('f.subject_id = owned.subject_id')
    .modify(ofControlNotCritical);
}

function onFindingKey(query: Knex.QueryBuilder): void {
  query
    .whereRaw('f.key = x.finding_key')
    .whereRaw('f.evidence_hash = x.evidence_hash')
    .whereRaw("(f.severity <> 'critical' or x.severity = 'critical')");
}

function onSubjectAndControl(query: Knex.QueryBuilder): void {
  query.whereRaw('f.subject_id = x.subject_id').modify(ofControlNotCritical);
}

function ofControlNotCritical(query: Knex.QueryBuilder): void {
  query
    .whereRaw('f.control_id = x.control_id')
    .whereNot('f.severity', 'critical')
    .andWhereRaw(
      "(f.severity <> 'high' or x.decided_by is null or x.decided_by <> ?)",
      [ANNOTATION],
    );
}

/** Keeps fails that are open in the published sweep and stand by themselves. */
function wherePublishedFail(query: Knex.QueryBuilder, at?: number): void {
  query
    .whereNull('f.consequence_of')
    .modify(joinPublished, at)
    .where('f.outcome', 'fail');
}

function joinPublished(query: Knex.QueryBuilder, at?: number): void {
  query
    .crossJoin({ s: 'subjects' } as never)
    .crossJoin({ c: 'clusters' } as never)
    .whereRaw('s.id = f.subject_id')
    .whereRaw('c.name = f.cluster')
    .modify(whereOpenAt, at);
  if (at === undefined) query.modify(whereSubjectVisible);
}

function selectDirect(query: Knex.QueryBuilder, knex: Knex): void {
  query.select(
    'x.id as exemption_id',
    'x.expires_at',
    knex.raw(
      "case when x.scope = 'entity' then x.entity_ref end as for_entity",
    ),
    ...FINDING_COLUMNS,
  );
}

function consequencesOf(knex: Knex, at?: number): Knex.QueryBuilder {
  return knex({ d: 'direct' })
    .modify(joinFinding)
    .whereRaw('f.subject_id = d.subject_id')
    .whereRaw('f.consequence_of = d.control_id')
    .where('f.outcome', 'fail')
    .modify(joinPublished, at)
    .select(
      'd.exemption_id',
      'd.expires_at',
      'd.for_entity',
      ...FINDING_COLUMNS,
    );
}
