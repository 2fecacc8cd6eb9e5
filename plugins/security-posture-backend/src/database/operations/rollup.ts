import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { DueEntity, RollupExtent } from '../RollupStore';
import { ClusterRow, EntityTableRow } from '../tables';
import { listExemptedFails } from './exemptedFails';
import { lockEntities } from './lockEntities';
import { getEntities } from './readEntities';
import { ENTITY_SCOPE } from './saveParts';

/** Entities that are summed up together. */
const ENTITIES_A_PAGE = 100;

type DueRow = Pick<EntityTableRow, 'entity_ref' | 'rollup_due' | 'gone_at'>;

/**
 * Entities whose roll-up has something to take in, some at a time. The mark of an entity is taken away once the page
 * after it is asked for, unless it was set anew meanwhile: what is interrupted is due again.
 */
export async function* listDue(
  knex: Knex,
  extent: RollupExtent,
  now: number,
): AsyncGenerator<readonly DueEntity[]> {
  const rows: DueRow[] = await knex({ e: 'entities' })
    .modify(whereDue, knex, extent, now)
    .orderBy('e.entity_ref')
    .select('e.entity_ref', 'e.rollup_due', 'e.gone_at');
  for (const chunk of chunksOf(rows, ENTITIES_A_PAGE)) {
    yield await readDue(knex, chunk, now);
    await takeMarks(knex, chunk);
  }
}

function whereDue(
  query: Knex.QueryBuilder,
  knex: Knex,
  extent: RollupExtent,
  now: number,
): void {
  if (extent === 'all') {
    query.where(listed =>
      listed.whereNull('e.gone_at').orWhereNotNull('e.rollup_due'),
    );
    return;
  }
  query
    .whereNotNull('e.rollup_due')
    .orWhereIn('e.entity_ref', changedBySweeps(knex))
    .orWhereIn(
      'e.entity_ref',
      knex('postures')
        .where({ scope_type: ENTITY_SCOPE })
        .andWhere(differs => {
          differs.where('exempted_until', '<=', now);
          if (extent === 'unjudged') differs.orWhereNot('state', 'judged');
        })
        .select('scope_ref'),
    );
}

/** Entities to which sweeps that were published since the last roll-up add something else than before. */
function changedBySweeps(knex: Knex): Knex.QueryBuilder {
  return knex({ p: 'posture_parts' })
    .join({ c: 'clusters' }, 'c.name', 'p.cluster')
    .where('p.scope_type', ENTITY_SCOPE)
    .andWhereRaw('p.counts_no > c.rolled_no')
    .andWhereRaw('p.counts_no <= c.sweep_no')
    .select('p.scope_ref');
}

async function readDue(
  knex: Knex,
  rows: readonly DueRow[],
  now: number,
): Promise<readonly DueEntity[]> {
  const refs = rows.map(row => row.entity_ref);
  const records = new Map(
    (await getEntities(knex, refs)).map(record => [record.entityRef, record]),
  );
  const exempted = await listExemptedFails(knex, [...records.keys()], now);
  return refs.map(entityRef => ({
    entityRef,
    record: records.get(entityRef),
    exempted: exempted.get(entityRef) ?? [],
  }));
}

async function takeMarks(knex: Knex, rows: readonly DueRow[]): Promise<void> {
  const marked = rows.filter(row => row.rollup_due !== null);
  if (marked.length === 0) return;
  await knex<EntityTableRow>('entities')
    .whereIn(
      'entity_ref',
      lockEntities(
        knex,
        marked.map(row => row.entity_ref),
      ),
    )
    .whereIn('rollup_due', [...new Set(marked.map(row => row.rollup_due!))])
    .update({ rollup_due: null });
}

/** Remembers up to which sweep of each cluster the roll-ups have taken all in. */
export async function saveRolled(
  knex: Knex,
  rolled: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [name, number] of rolled)
    await knex<ClusterRow>('clusters')
      .where({ name })
      .andWhere('rolled_no', '<', number)
      .update({ rolled_no: number });
}
