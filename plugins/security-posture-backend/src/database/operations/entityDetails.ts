import { Knex } from 'knex';
import { SubjectType } from 'security-posture-engine';
import { AccountFacts } from '../../sweep/accountFacts';
import { SubjectFacts } from '../../sweep/subjectFacts';
import { EntityAccount, EntityWorkload } from '../EntityDetailsReader';
import { PageOf } from '../HistoryReader';
import { decodeOutcomes } from '../outcomes';
import { FindingRecord } from '../records';
import { SubjectRow } from '../tables';
import {
  JoinedFindingRow,
  selectFinding,
  toFindingRecord,
} from './findingRows';
import { toWorkload } from './history/workloadChanges';
import {
  publishedColumn,
  whereFindingOpen,
  whereSubjectVisible,
} from './visible';

/** What a subject is called. */
const NAME_COLUMNS = [
  's.id',
  's.key',
  's.cluster',
  's.api_version',
  's.kind',
  's.namespace',
  's.name',
];

/** Workloads of an entity by cluster, namespace and name. */
export async function listWorkloads(
  knex: Knex,
  entityRef: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<PageOf<EntityWorkload>> {
  const subjects = () => subjectsOf(knex, entityRef, 'workload');
  const [{ total }] = await subjects().count({ total: '*' });
  const rows: SubjectRow[] = await subjects()
    .modify(inOrder)
    .offset(offset)
    .limit(limit)
    .select(
      ...NAME_COLUMNS,
      's.first_seen_at',
      publishedColumn(knex, 'facts'),
      publishedColumn(knex, 'outcomes'),
    );
  return { items: rows.map(toEntityWorkload), total: Number(total) };
}

/** Service accounts that the workloads of an entity use, with the open findings on them; at most `limit`. */
export async function listAccounts(
  knex: Knex,
  entityRef: string,
  limit: number,
): Promise<PageOf<EntityAccount>> {
  const subjects = () => subjectsOf(knex, entityRef, 'serviceAccount');
  const [{ total }] = await subjects().count({ total: '*' });
  const rows: SubjectRow[] = await subjects()
    .modify(inOrder)
    .limit(limit)
    .select(...NAME_COLUMNS, publishedColumn(knex, 'facts'));
  const findings = await findingsOn(
    knex,
    rows.map(({ id }) => id),
  );
  return {
    items: rows.map(row => ({
      ...toWorkload(row),
      key: row.key,
      ...accountFacts(row),
      findings: findings.get(row.id) ?? [],
    })),
    total: Number(total),
  };
}

function accountFacts({ facts: text }: SubjectRow): { facts?: AccountFacts } {
  const facts = JSON.parse(text) as Partial<AccountFacts>;
  return facts.rights ? { facts: facts as AccountFacts } : {};
}

/** Published subjects of a type that belong to an entity. */
function subjectsOf(
  knex: Knex,
  entityRef: string,
  type: SubjectType,
): Knex.QueryBuilder {
  return knex({ s: 'subjects' })
    .join({ c: 'clusters' }, 'c.name', 's.cluster')
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .where('l.entity_ref', entityRef)
    .whereNull('l.valid_to')
    .where('s.type', type)
    .modify(whereSubjectVisible);
}

function inOrder(query: Knex.QueryBuilder): void {
  query.orderBy(['s.cluster', 's.namespace', 's.name', 's.kind', 's.id']);
}

async function findingsOn(
  knex: Knex,
  subjectIds: readonly number[],
): Promise<ReadonlyMap<number, readonly FindingRecord[]>> {
  const rows: JoinedFindingRow[] = await knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereIn('f.subject_id', [...subjectIds])
    .modify(whereFindingOpen)
    .orderBy(['f.outcome', 'f.control_id'])
    .modify(selectFinding, knex);
  const findings = new Map<number, FindingRecord[]>();
  for (const row of rows)
    findings.set(row.subject_id, [
      ...(findings.get(row.subject_id) ?? []),
      toFindingRecord(row),
    ]);
  return findings;
}

function toEntityWorkload(row: SubjectRow): EntityWorkload {
  return {
    ...toWorkload(row),
    key: row.key,
    facts: JSON.parse(row.facts) as SubjectFacts,
    outcomes: decodeOutcomes(row.outcomes),
    firstSeenAt: Number(row.first_seen_at),
  };
}
