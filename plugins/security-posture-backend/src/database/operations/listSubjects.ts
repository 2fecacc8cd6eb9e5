import { Knex } from 'knex';
import { encodeOutcomes } from '../outcomes';
import { KnownSubject } from '../SweepStore';
import { ClusterRow, SubjectRow } from '../tables';

type Row = Pick<
  SubjectRow,
  | 'id'
  | 'key'
  | 'kind'
  | 'api_version'
  | 'namespace'
  | 'name'
  | 'labels'
  | 'facts'
  | 'outcomes'
  | 'outcomes_hash'
  | 'outcomes_no'
  | 'prior_outcomes'
>;

const NOTHING_YET = encodeOutcomes([]);

/** The subjects of a cluster that are there, by key, with their outcomes as published. */
export async function listSubjects(
  knex: Knex,
  cluster: string,
): Promise<ReadonlyMap<string, KnownSubject>> {
  const published = await knex<ClusterRow>('clusters')
    .where({ name: cluster })
    .first('sweep_no');
  const rows: Row[] = await knex<SubjectRow>('subjects')
    .where({ cluster })
    .whereNull('gone_no')
    .select(
      'id',
      'key',
      'kind',
      'api_version',
      'namespace',
      'name',
      'labels',
      'facts',
      'outcomes',
      'outcomes_hash',
      'outcomes_no',
      'prior_outcomes',
    );
  return new Map(
    rows.map(row => [row.key, known(row, published?.sweep_no ?? 0)]),
  );
}

function known(row: Row, published: number): KnownSubject {
  const visible = row.outcomes_no <= published;
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    apiVersion: row.api_version,
    ...(row.namespace === null ? {} : { namespace: row.namespace }),
    name: row.name,
    labels: row.labels,
    facts: row.facts,
    outcomesHash: visible ? row.outcomes_hash : '',
    outcomes: visible ? row.outcomes : row.prior_outcomes ?? NOTHING_YET,
  };
}
