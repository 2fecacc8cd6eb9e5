import { Knex } from 'knex';
import { SubjectType } from 'security-posture-engine';
import { KnownSubject } from '../SweepStore';
import { SubjectRow } from '../tables';
import { pagesBy } from './pagesBy';

const COLUMNS = [
  'id',
  'key',
  'type',
  'kind',
  'api_version',
  'namespace',
  'name',
  'uid',
  'labels',
  'facts',
  'outcomes',
  'outcomes_hash',
] as const;

type Row = Pick<SubjectRow, (typeof COLUMNS)[number]>;

/** The subjects of a cluster that are there, by key. To be asked before a sweep writes any. */
export async function listSubjects(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<string, KnownSubject>> {
  const known = new Map<string, KnownSubject>();
  const subjects = () =>
    knex<SubjectRow>('subjects')
      .where({ cluster })
      .whereNull('gone_no')
      .select(...COLUMNS);
  for await (const rows of pagesBy<Row>(subjects, 'id')) {
    for (const row of rows) known.set(row.key, toKnownSubject(row));
  }
  return known;
}

function toKnownSubject(row: Row): KnownSubject {
  return {
    id: row.id,
    key: row.key,
    type: row.type as SubjectType,
    kind: row.kind,
    apiVersion: row.api_version,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
    ...(row.uid === null ? {} : { uid: row.uid }),
    labels: row.labels,
    facts: row.facts,
    outcomesHash: row.outcomes_hash,
    outcomes: row.outcomes,
  };
}
