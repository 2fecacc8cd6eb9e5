import { Knex } from 'knex';
import { EntityLinks } from '../../resolve/resolveEntities';
import { chunksOf } from '../chunks';
import { EntityTableRow } from '../tables';
import { clusterSetId, saveClusterSets } from './clusterSets';
import { lockEntities } from './lockEntities';
import { rollupMark } from './markRollupDue';
import { pagesBy } from './pagesBy';

/** Writes the rows of entities that differ, and answers with the refs of those that were there before. */
export async function saveEntities(
  knex: Knex,
  links: readonly EntityLinks[],
): Promise<readonly string[]> {
  const wanted = new Map(
    links.map(link => [link.entity.entityRef, rowOf(link)]),
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
    links.map(({ mapping }) => mapping.query?.clusters ?? []),
  );
  for (const chunk of chunksOf([...wanted.values()])) {
    await knex.transaction(async transaction => {
      await lockEntities(
        transaction,
        chunk.map(row => row.entity_ref),
      );
      for (const row of chunk)
        await transaction('entities')
          .insert({ ...row, rollup_due: rollupMark() })
          .onConflict('entity_ref')
          .merge();
    });
  }
  return present;
}

type SavedColumns = Omit<EntityTableRow, 'rollup_due'>;

function rowOf({ entity, mapping }: EntityLinks): SavedColumns {
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
    mapping: JSON.stringify(mapping),
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
