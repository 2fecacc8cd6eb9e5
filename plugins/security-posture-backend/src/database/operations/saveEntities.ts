import { Knex } from 'knex';
import { MappedEntity } from '../../resolve/mapEntity';
import { chunksOf } from '../chunks';
import { SavedListing } from '../ResolveStore';
import { EntityTableRow } from '../tables';
import { clusterSetId, saveClusterSets } from './clusterSets';
import { lockEntities } from './lockEntities';
import { lostTooMuch } from './lostTooMuch';
import { rollupMark } from './markRollupDue';
import { pagesBy } from './pagesBy';

/** What a replica of the release before ADR 0020 takes for granted in a mapping. */
const READ_BEFORE = { steps: [], candidates: [] };

/** Writes entities that differ. Those that are missing get `gone_at`, unless too many would go at once. */
export async function saveEntities(
  knex: Knex,
  listed: readonly MappedEntity[],
  now: number,
): Promise<SavedListing> {
  const present = await saveListed(knex, listed);
  const refs = new Set(listed.map(({ entity }) => entity.entityRef));
  const missing = present.filter(ref => !refs.has(ref));
  if (lostTooMuch(missing, present)) return { keptMissing: missing.length };
  await markGone(knex, missing, now);
  return { keptMissing: 0 };
}

/** Writes the rows of entities that differ, and answers with the refs of those that were there before. */
async function saveListed(
  knex: Knex,
  listed: readonly MappedEntity[],
): Promise<readonly string[]> {
  const wanted = new Map(
    listed.map(mapped => [mapped.entity.entityRef, rowOf(mapped)]),
  );
  const present: string[] = [];
  const query = () => knex<EntityTableRow>('entities').select('*');
  for await (const rows of pagesBy<EntityTableRow>(query, 'entity_ref')) {
    for (const row of rows) {
      if (row.gone_at === null) present.push(row.entity_ref);
      const other = wanted.get(row.entity_ref);
      if (other && sameRow(row, other)) wanted.delete(row.entity_ref);
    }
  }
  await saveClusterSets(
    knex,
    listed.map(({ mapping }) => mapping.query?.clusters ?? []),
  );
  // In one order, for another replica may insert the same.
  const different = [...wanted.values()].sort(byRef);
  for (const chunk of chunksOf(different)) {
    await knex.transaction(async transaction => {
      await lockEntities(
        transaction,
        chunk.map(row => row.entity_ref),
      );
      await transaction('entities')
        .insert(chunk.map(row => ({ ...row, rollup_due: rollupMark() })))
        .onConflict('entity_ref')
        .merge();
    });
  }
  return present;
}

async function markGone(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf(entityRefs)) {
    await knex<EntityTableRow>('entities')
      .whereIn('entity_ref', lockEntities(knex, chunk))
      .update({ gone_at: now, rollup_due: rollupMark() });
  }
}

function byRef(left: SavedColumns, right: SavedColumns): number {
  return left.entity_ref < right.entity_ref ? -1 : 1;
}

type SavedColumns = Omit<EntityTableRow, 'rollup_due'>;

function rowOf({ entity, mapping }: MappedEntity): SavedColumns {
  return {
    entity_ref: entity.entityRef,
    uid: entity.uid ?? null,
    kind: entity.kind,
    title: entity.title ?? null,
    owner: entity.owner ?? null,
    system: entity.system ?? null,
    lifecycle: entity.lifecycle ?? null,
    type: entity.type ?? null,
    tags: JSON.stringify(entity.tags),
    annotated: mapping.annotated,
    mapping: JSON.stringify({ ...mapping, ...READ_BEFORE }),
    gone_at: null,
    cluster_set: mapping.query ? clusterSetId(mapping.query.clusters) : null,
  };
}

function sameRow(left: EntityTableRow, right: SavedColumns): boolean {
  return (Object.keys(right) as (keyof SavedColumns)[]).every(
    column =>
      (column === 'annotated' ? Boolean(left[column]) : left[column]) ===
      right[column],
  );
}
