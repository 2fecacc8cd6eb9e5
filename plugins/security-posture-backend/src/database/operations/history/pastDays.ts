import {
  BlockingCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { PastMember, PastPostureRecord, PastScope } from '../../HistoryReader';
import { PostureDayRow } from '../../tables';
import { whereVisible } from '../visibleRefs';

/** What a row of a day holds beside scores. */
interface DayCounts {
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  readonly subjects: number;
}

/** Scores and counts of an entity or a cluster at the end of a day: those of the newest row that is not younger. */
export async function readDay(
  knex: Knex,
  { type, ref }: PastScope,
  day: string,
): Promise<PastPostureRecord | undefined> {
  const row = await knex<PostureDayRow>('posture_days')
    .where({ scope_type: type, scope_ref: ref })
    .andWhere('day', '<=', day)
    .orderBy([
      { column: 'day', order: 'desc' },
      { column: 'profile', order: 'desc' },
    ])
    .first();
  return row && toRecord(row);
}

/** Scores and counts of the members of a scope at the end of a day, lowest first, those without a score last. */
export async function listMembers(
  knex: Knex,
  scope: PastScope,
  day: string,
): Promise<readonly PastMember[]> {
  if (scope.type === 'entity' || scope.type === 'cluster') return [];
  const newest = knex({ n: 'posture_days' })
    .join({ m: 'entity_scopes' }, 'm.entity_ref', 'n.scope_ref')
    .where('n.scope_type', 'entity')
    .andWhere('m.scope_ref', scope.ref)
    .andWhere('n.day', '<=', day)
    .modify(whereVisible, 'm.entity_ref', scope.visibility)
    .groupBy('n.scope_ref')
    .select('n.scope_ref')
    .max({ day: 'n.day' });
  const rows: PostureDayRow[] = await knex({ d: 'posture_days' })
    .join(newest.as('newest'), join =>
      join.on('newest.scope_ref', 'd.scope_ref').andOn('newest.day', 'd.day'),
    )
    .where('d.scope_type', 'entity')
    .orderByRaw('case when d.effective is null then 1 else 0 end')
    .orderBy(['d.effective', 'd.scope_ref', 'd.profile'])
    .select('d.*');
  const members = new Map(
    rows.map(row => [
      row.scope_ref,
      { entityRef: row.scope_ref, ...toRecord(row) },
    ]),
  );
  return [...members.values()];
}

function toRecord(row: PostureDayRow): PastPostureRecord {
  const { open, exempted, blocking, subjects } = JSON.parse(
    row.counts,
  ) as DayCounts;
  return {
    day: row.day,
    profile: row.profile,
    library: row.library,
    raw: row.raw,
    effective: row.effective,
    coverage: row.coverage,
    open,
    exempted,
    blocking,
    subjects,
  };
}
