import { Knex } from 'knex';
import { FindingsFilter, FindingsPage } from '../PostureReader';
import { FindingRecord } from '../records';
import { FindingRow } from '../tables';
import {
  JoinedFindingRow,
  selectFinding,
  SEVERITY_ORDER,
  toFindingRecord,
} from './findingRows';
import { coveredFails, whereInForce, whereMayConcern } from './coveredFails';
import { whereForEntity } from './exemptions/findingExemptions';
import { whereFindingOpen, whereSubjectVisible } from './visible';

/** Counts the findings `f` that are notes. */
const NOTES = "sum(case when f.severity = 'info' then 1 else 0 end)";

/** A page of an entity's open findings, fails first, gravest first, consequences last within their severity. */
export async function listFindings(
  knex: Knex,
  filter: FindingsFilter,
): Promise<FindingsPage> {
  const matching = () =>
    openFindings(knex)
      .modify(whereOwnedBy, filter.entityRef)
      .modify(whereMatches, filter)
      .modify(whereExempted, knex, filter);
  const rows: (JoinedFindingRow & Totals)[] = await matching()
    .modify(inOrder)
    .offset(filter.offset)
    .limit(filter.limit)
    .modify(selectFinding, knex)
    .select(
      knex.raw(`count(*) over () as total`),
      knex.raw(`${NOTES} over () as notes`),
    );
  const totals =
    rows.length || !filter.offset ? rows[0] : await totalsOf(knex, matching());
  return {
    items: rows.map(toFindingRecord),
    total: Number(totals?.total ?? 0),
    notes: Number(totals?.notes ?? 0),
  };
}

/** Counted with the page in one statement, for every page of an entity asks for both. */
interface Totals {
  total: number | string;
  notes: number | string | null;
}

function totalsOf(
  knex: Knex,
  matching: Knex.QueryBuilder,
): Promise<Totals | undefined> {
  return matching
    .count({ total: '*' })
    .select(knex.raw(`${NOTES} as notes`))
    .first();
}

/** All open failing findings of these controls on an entity. */
export async function listFailing(
  knex: Knex,
  entityRef: string,
  controls: readonly string[],
): Promise<readonly FindingRecord[]> {
  const rows: JoinedFindingRow[] = await openFindings(knex)
    .modify(whereOwnedBy, entityRef)
    .where('f.outcome', 'fail')
    .whereIn('f.control_id', [...controls])
    .modify(inOrder)
    .modify(selectFinding, knex);
  return rows.map(toFindingRecord);
}

/** The newest published episode of a key, with the entities that own its subject. */
export async function getFinding(
  knex: Knex,
  key: string,
): Promise<
  | { readonly finding: FindingRecord; readonly entityRefs: readonly string[] }
  | undefined
> {
  const row: JoinedFindingRow | undefined = await knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .where('f.key', key)
    .andWhereRaw('f.opened_no <= c.sweep_no')
    .orderBy('f.id', 'desc')
    .modify(selectFinding, knex)
    .first();
  if (!row) return undefined;
  const finding = toFindingRecord(row);
  return { finding, entityRefs: await ownersOf(knex, row, finding) };
}

/** Who owns the subject; of a closed finding also who owned it when it was closed, for the subject may be gone. */
async function ownersOf(
  knex: Knex,
  row: Pick<FindingRow, 'subject_id'>,
  { closedAt }: FindingRecord,
): Promise<readonly string[]> {
  const owners: { entity_ref: string }[] = await knex('entity_subjects')
    .where({ subject_id: row.subject_id })
    .andWhere(valid => {
      valid.whereNull('valid_to');
      if (closedAt !== undefined) valid.orWhere('valid_to', '>=', closedAt);
    })
    .orderBy('entity_ref')
    .distinct('entity_ref');
  return owners.map(owner => owner.entity_ref);
}

function openFindings(knex: Knex): Knex.QueryBuilder {
  return knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .modify(whereSubjectVisible)
    .modify(whereFindingOpen);
}

function whereOwnedBy(query: Knex.QueryBuilder, entityRef: string): void {
  query.whereIn('f.subject_id', owned =>
    owned
      .from('entity_subjects')
      .where({ entity_ref: entityRef })
      .whereNull('valid_to')
      .select('subject_id'),
  );
}

function whereMatches(query: Knex.QueryBuilder, filter: FindingsFilter): void {
  if (filter.outcomes) query.whereIn('f.outcome', [...filter.outcomes]);
  if (filter.severities) query.whereIn('f.severity', [...filter.severities]);
  if (filter.controls) query.whereIn('f.control_id', [...filter.controls]);
  if (filter.clusters) query.whereIn('f.cluster', [...filter.clusters]);
}

function whereExempted(
  query: Knex.QueryBuilder,
  knex: Knex,
  { entityRef, exempted }: FindingsFilter,
): void {
  if (!exempted) return;
  const covered = coveredFails(knex, exemptions =>
    exemptions
      .modify(whereInForce, exempted.at)
      .modify(whereMayConcern, entityRef),
  )
    .modify(whereForEntity, entityRef)
    .select('v.finding_id');
  if (exempted.is) query.whereIn('f.id', covered);
  else query.whereNotIn('f.id', covered);
}

function inOrder(query: Knex.QueryBuilder): void {
  query
    .orderBy('f.outcome')
    .orderByRaw(SEVERITY_ORDER)
    .orderByRaw('case when f.consequence_of is null then 0 else 1 end')
    .orderBy([
      'f.control_id',
      'f.cluster',
      's.kind',
      's.namespace',
      's.name',
      'f.id',
    ]);
}
