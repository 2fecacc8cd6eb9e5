import { Knex } from 'knex';
import { PageOf, PastScope, Period, WorkloadRecord } from '../../HistoryReader';
import { SubjectRow } from '../../tables';
import { whereDuring, workloadIntervals } from './intervals';

/** Workloads that a scope has at one of two times only; at most `limit` of each. */
export async function listWorkloadChanges(
  knex: Knex,
  scope: PastScope,
  { from, to }: Period,
  limit: number,
): Promise<{
  readonly added: PageOf<WorkloadRecord>;
  readonly gone: PageOf<WorkloadRecord>;
}> {
  return {
    added: await listOnlyAt(knex, scope, to, from, limit),
    gone: await listOnlyAt(knex, scope, from, to, limit),
  };
}

async function listOnlyAt(
  knex: Knex,
  scope: PastScope,
  at: number,
  notAt: number,
  limit: number,
): Promise<PageOf<WorkloadRecord>> {
  const during = (time: number) =>
    knex
      .from(workloadIntervals(knex, scope).as('i'))
      .modify(whereDuring, time)
      .select('i.subject_id');
  const only = () =>
    knex({ s: 'subjects' })
      .whereIn('s.id', during(at))
      .whereNotIn('s.id', during(notAt));
  const [{ total }] = await only().count({ total: '*' });
  const rows: SubjectRow[] = await only()
    .orderBy(['s.cluster', 's.namespace', 's.kind', 's.name'])
    .limit(limit)
    .select('s.*');
  return { items: rows.map(toWorkload), total: Number(total) };
}

/** A workload as its row names it. */
export function toWorkload(
  row: Pick<
    SubjectRow,
    'cluster' | 'api_version' | 'kind' | 'namespace' | 'name'
  >,
): WorkloadRecord {
  return {
    cluster: row.cluster,
    subject: {
      apiVersion: row.api_version,
      kind: row.kind,
      ...(row.namespace === null ? {} : { namespace: row.namespace }),
      name: row.name,
    },
  };
}
