import { Knex } from 'knex';
import { SEVERITIES, Severity } from 'security-posture-engine';
import { ClusterRow } from '../tables';
import { whereFindingOpen } from './visible';

interface CountRow {
  readonly cluster: string;
  readonly severity: string;
  readonly open: number | string;
}

/** Open failing findings of every configured cluster by severity, exempted ones among them. */
export async function countOpenFails(
  knex: Knex,
): Promise<ReadonlyMap<string, Readonly<Record<Severity, number>>>> {
  const clusters = await knex<ClusterRow>('clusters')
    .whereNull('gone_at')
    .select('name');
  const rows: CountRow[] = await knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereNull('c.gone_at')
    .where('f.outcome', 'fail')
    .modify(whereFindingOpen)
    .groupBy('f.cluster', 'f.severity')
    .select('f.cluster', 'f.severity')
    .count({ open: '*' });
  const countOf = (cluster: string, severity: Severity) =>
    rows.find(row => row.cluster === cluster && row.severity === severity)
      ?.open ?? 0;
  return new Map(
    clusters.map(({ name }) => [
      name,
      Object.fromEntries(
        SEVERITIES.map(severity => [severity, Number(countOf(name, severity))]),
      ) as Record<Severity, number>,
    ]),
  );
}
