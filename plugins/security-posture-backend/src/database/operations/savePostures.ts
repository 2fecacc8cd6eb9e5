import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { ScopePosture } from '../RollupStore';
import { asTime, PostureRow } from '../tables';
import { utcDay } from '../utcDay';
import { DayToSave, saveDays } from './savePostureDays';
import { ENTITY_SCOPE } from './saveParts';

/** Postures that one transaction writes: each may be a row of the day as well. */
const POSTURES_A_TRANSACTION = 50;

/** Writes the postures that differ, with the row of the day. */
export async function savePostures(
  knex: Knex,
  postures: readonly ScopePosture[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(postures, POSTURES_A_TRANSACTION)) {
    await knex.transaction(async transaction => {
      const rows = chunk.map(posture => rowOf(posture, now));
      const changed = await differing(transaction, rows);
      for (const row of changed)
        await transaction('postures')
          .insert(row)
          .onConflict(['scope_type', 'scope_ref'])
          .merge();
      await saveDays(
        transaction,
        chunk.map(posture => dayOf(posture, now)),
      );
    });
  }
}

/** Entities that are gone have no posture any more; their days stay. */
export async function deletePostures(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  for (const chunk of chunksOf(entityRefs))
    await knex<PostureRow>('postures')
      .where({ scope_type: ENTITY_SCOPE })
      .whereIn('scope_ref', chunk)
      .delete();
}

async function differing(
  knex: Knex,
  rows: readonly PostureRow[],
): Promise<readonly PostureRow[]> {
  const stored: PostureRow[] = await knex('postures').whereIn(
    'scope_ref',
    rows.map(row => row.scope_ref),
  );
  const byScope = new Map(stored.map(row => [keyOf(row), row]));
  return rows.filter(row => {
    const other = byScope.get(keyOf(row));
    return !other || !sameRow(other, row);
  });
}

function keyOf(row: Pick<PostureRow, 'scope_type' | 'scope_ref'>): string {
  return `${row.scope_type} ${row.scope_ref}`;
}

function sameRow(left: PostureRow, right: PostureRow): boolean {
  return (Object.keys(right) as (keyof PostureRow)[]).every(column => {
    if (column === 'changed_at') return true;
    if (column === 'exempted_until')
      return asTime(left[column]) === asTime(right[column]);
    return left[column] === right[column];
  });
}

function rowOf(
  { scopeType, scopeRef, values }: ScopePosture,
  now: number,
): PostureRow {
  const { open, exempted, blocking, rawBlocking } = values;
  return {
    scope_type: scopeType,
    scope_ref: scopeRef,
    profile: values.profile,
    library: values.library,
    state: values.state,
    subjects: values.subjects,
    owned: values.owned ?? null,
    raw: values.raw,
    effective: values.effective,
    coverage: values.coverage,
    counted_coverage: values.countedCoverage,
    open_critical: open.critical,
    open_high: open.high,
    open_medium: open.medium,
    open_low: open.low,
    open_info: open.info,
    exempted_critical: exempted.critical,
    exempted_high: exempted.high,
    exempted_medium: exempted.medium,
    exempted_low: exempted.low,
    exempted_info: exempted.info,
    blocking_critical: blocking.critical,
    blocking_high: blocking.high,
    raw_blocking_critical: rawBlocking.critical,
    raw_blocking_high: rawBlocking.high,
    exempted_until: values.exemptedUntil ?? null,
    controls: JSON.stringify(values.controls),
    failing: JSON.stringify(values.failing),
    passing: JSON.stringify(values.passing),
    changed_at: now,
  };
}

/** What never had a posture has no days either. */
function dayOf(
  { scopeType, scopeRef, values }: ScopePosture,
  now: number,
): DayToSave {
  const counts = {
    open: values.open,
    exempted: values.exempted,
    blocking: values.blocking,
    subjects: values.subjects,
    controls: values.controls,
  };
  return {
    row: {
      scope_type: scopeType,
      scope_ref: scopeRef,
      profile: values.profile,
      day: utcDay(now),
      raw: values.raw,
      effective: values.effective,
      coverage: values.coverage,
      counts: JSON.stringify(counts),
      library: values.library,
    },
    onlyIfKnown: values.state !== 'judged',
  };
}
