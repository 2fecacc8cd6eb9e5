import { Knex } from 'knex';
import { ClusterRow, SweepRow } from '../tables';

/** Columns that hold when something happened in a cluster, by table. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  sweeps: ['started_at', 'finished_at'],
  subjects: ['first_seen_at', 'changed_at', 'gone_at'],
  findings: ['open_since', 'opened_at', 'stale_since', 'closed_at'],
  gaps: ['since', 'until'],
  posture_parts: ['changed_at'],
};

/**
 * Where the clock was put back, what happened in a cluster lies ahead: it would count as new, fresh and last until then.
 * All of that is said to have happened just before now. Looks at one indexed row where nothing lies ahead.
 */
export async function mendTimes(
  knex: Knex,
  cluster: string,
  now: number,
): Promise<void> {
  const ahead = await knex<SweepRow>('sweeps')
    .where({ cluster })
    .where('started_at', '>', now)
    .first('id');
  if (!ahead) return;
  const before = now - 1;
  for (const [table, columns] of Object.entries(TIMES))
    for (const column of columns)
      await knex(table)
        .where({ cluster })
        .where(column, '>', now)
        .update({ [column]: before });
  for (const column of ['last_success_at', 'failing_since'] as const)
    await knex<ClusterRow>('clusters')
      .where({ name: cluster })
      .where(column, '>', now)
      .update({ [column]: before });
}
