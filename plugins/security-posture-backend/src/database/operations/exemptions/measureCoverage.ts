import { Knex } from 'knex';
import { SEVERITIES, Severity } from 'security-posture-engine';
import {
  Coverage,
  ExemptableFinding,
  ExemptionTargetRecord,
} from '../../ExemptionStore';
import { FindingRow, SubjectRow } from '../../tables';
import { CoveredFailRow, coveredFails } from '../coveredFails';
import { exemptedFailOf } from '../exemptedFails';
import { whereFindingOpen, whereSubjectVisible } from '../visible';

/** The open finding of a key, as published, with the entities that its subject belongs to. */
export async function findExemptable(
  knex: Knex,
  key: string,
): Promise<ExemptableFinding | undefined> {
  const row: (FindingRow & Pick<SubjectRow, 'type'>) | undefined =
    await openFindings(knex)
      .where('f.key', key)
      .orderBy('f.id', 'desc')
      .first('f.*', 's.type');
  if (!row) return undefined;
  const owners: { entity_ref: string }[] = await knex('entity_subjects')
    .where({ subject_id: row.subject_id })
    .whereNull('valid_to')
    .orderBy('entity_ref')
    .select('entity_ref');
  return {
    key: row.key,
    control: row.control_id,
    cluster: row.cluster,
    subjectId: row.subject_id,
    subjectType: row.type as ExemptableFinding['subjectType'],
    outcome: row.outcome as ExemptableFinding['outcome'],
    severity: row.severity as Severity,
    evidenceHash: row.evidence_hash,
    ...(row.consequence_of === null
      ? {}
      : { consequenceOf: row.consequence_of }),
    entityRefs: owners.map(owner => owner.entity_ref),
  };
}

/** What an exemption would cover if it were in force now. */
export async function measureCoverage(
  knex: Knex,
  target: ExemptionTargetRecord,
): Promise<Coverage> {
  const rows: CoveredFailRow[] = await coveredFails(
    knex,
    () => {},
    imagined(knex, target),
  ).select('v.*');
  const covered = new Map(rows.map(row => [row.finding_id, row]));
  const severity = gravest(
    rows
      .filter(row => row.consequence_of === null)
      .map(row => row.severity as Severity),
  );
  return {
    appliesTo: covered.size,
    fails: [...covered.values()].map(exemptedFailOf),
    ...(severity ? { severity } : {}),
    criticalLeftOut: await countCritical(knex, target),
  };
}

/** The exemption as a row `x` that no table holds. */
function imagined(
  knex: Knex,
  target: ExemptionTargetRecord,
): Knex.QueryBuilder {
  const texts: Readonly<Record<string, string | undefined>> = {
    id: 'imagined',
    scope: target.scope,
    severity: 'critical',
    control_id: target.control,
    finding_key: target.findingKey,
    evidence_hash: target.evidenceHash,
    entity_ref: target.entityRef,
    decided_by: undefined,
  };
  const columns = Object.entries(texts).map(([name, value]) =>
    knex.raw('cast(? as varchar(300)) as ??', [value ?? null, name]),
  );
  const row = knex.select(
    ...columns,
    knex.raw('cast(? as integer) as ??', [
      target.subjectId ?? null,
      'subject_id',
    ]),
    knex.raw('0 as ??', ['expires_at']),
  );
  return knex.from(row.as('x'));
}

function countCritical(
  knex: Knex,
  { scope, control, subjectId, entityRef }: ExemptionTargetRecord,
): Promise<number> {
  if (scope === 'finding') return Promise.resolve(0);
  const query = openFindings(knex).where({
    'f.control_id': control,
    'f.outcome': 'fail',
    'f.severity': 'critical',
  });
  if (scope === 'workload') query.where('f.subject_id', subjectId!);
  else
    query.whereIn('f.subject_id', owned =>
      owned
        .from('entity_subjects')
        .where({ entity_ref: entityRef! })
        .whereNull('valid_to')
        .select('subject_id'),
    );
  return query.count({ count: '*' }).then(([{ count }]) => Number(count));
}

function openFindings(knex: Knex): Knex.QueryBuilder {
  return knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .modify(whereSubjectVisible)
    .modify(whereFindingOpen);
}

function gravest(severities: readonly Severity[]): Severity | undefined {
  return SEVERITIES.find(severity => severities.includes(severity));
}
