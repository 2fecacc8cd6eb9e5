import { Knex } from 'knex';
import { PostureDayRow } from '../tables';

/** A row of a day, and whether it is worth writing only where there is one before it. */
export interface DayToSave {
  readonly row: PostureDayRow;
  readonly onlyIfKnown: boolean;
}

/** Writes the rows of a day that differ from the newest before, and brings up to date those of the day itself. */
export async function saveDays(
  knex: Knex,
  days: readonly DayToSave[],
): Promise<void> {
  const newest = await newestDays(
    knex,
    days.map(({ row }) => row),
  );
  for (const { row, onlyIfKnown } of days) {
    const before = newest.get(keyOf(row));
    if (before ? sameDay(before, row) : onlyIfKnown) continue;
    await knex('posture_days')
      .insert(row)
      .onConflict(['scope_type', 'scope_ref', 'profile', 'day'])
      .merge();
  }
}

async function newestDays(
  knex: Knex,
  rows: readonly PostureDayRow[],
): Promise<ReadonlyMap<string, PostureDayRow>> {
  if (rows.length === 0) return new Map();
  const newest = knex('posture_days')
    .whereIn(
      'scope_ref',
      rows.map(row => row.scope_ref),
    )
    .andWhere('day', '<=', rows[0].day)
    .groupBy('scope_type', 'scope_ref', 'profile')
    .select('scope_type', 'scope_ref', 'profile')
    .max({ day: 'day' });
  const stored: PostureDayRow[] = await knex({ d: 'posture_days' })
    .join(newest.as('n'), join =>
      join
        .on('n.scope_type', 'd.scope_type')
        .andOn('n.scope_ref', 'd.scope_ref')
        .andOn('n.profile', 'd.profile')
        .andOn('n.day', 'd.day'),
    )
    .select('d.*');
  return new Map(stored.map(row => [keyOf(row), row]));
}

function keyOf(
  row: Pick<PostureDayRow, 'scope_type' | 'scope_ref' | 'profile'>,
): string {
  return `${row.scope_type} ${row.profile} ${row.scope_ref}`;
}

function sameDay(left: PostureDayRow, right: PostureDayRow): boolean {
  return (
    left.raw === right.raw &&
    left.effective === right.effective &&
    left.coverage === right.coverage &&
    left.counts === right.counts &&
    left.library === right.library
  );
}
