import { Knex } from 'knex';
import { ScopeTree } from '../../resolve/ScopeTree';
import { chunksOf } from '../chunks';
import { ScopedEntity } from '../ResolveStore';
import { EntityScopeRow, EntityTableRow } from '../tables';
import { markRollupDue } from './markRollupDue';
import { pagesBy } from './pagesBy';

/** Entities whose rows are compared at a time; each has about six. */
const ENTITIES_A_STATEMENT = 30;

/** Writes which scopes are above the stored entities, where that differs. Entities that are not listed stay in theirs; those that are gone leave them. */
export async function saveEntityScopes(
  knex: Knex,
  tree: ScopeTree,
  entities: readonly ScopedEntity[],
): Promise<void> {
  const own = new Map(entities.map(one => [one.entityRef, one.scopes]));
  const live = () =>
    knex<EntityTableRow>('entities').whereNull('gone_at').select('entity_ref');
  for await (const page of pagesBy<EntityTableRow>(live, 'entity_ref')) {
    const refs = page.map(row => row.entity_ref).filter(ref => own.has(ref));
    const before = await readRows(knex, refs);
    const changed = refs.flatMap(ref => {
      const rows = rowsOf(ref, tree, own.get(ref)!);
      return sameRows(rows, before.get(ref) ?? []) ? [] : { ref, rows };
    });
    for (const chunk of chunksOf(changed, ENTITIES_A_STATEMENT))
      await replaceRows(knex, chunk);
  }
  await removeGone(knex);
}

interface ScopesOfEntity {
  readonly ref: string;
  readonly rows: readonly EntityScopeRow[];
}

/** The roll-ups of the scopes have to follow, wherever an entity moved. */
async function replaceRows(
  knex: Knex,
  changed: readonly ScopesOfEntity[],
): Promise<void> {
  const refs = changed.map(({ ref }) => ref);
  await knex.transaction(async transaction => {
    await transaction<EntityScopeRow>('entity_scopes')
      .whereIn('entity_ref', refs)
      .delete();
    for (const chunk of chunksOf(changed.flatMap(({ rows }) => rows)))
      await transaction('entity_scopes')
        .insert([...chunk])
        .onConflict(['entity_ref', 'scope_ref'])
        .merge();
    await markRollupDue(transaction, refs);
  });
}

async function removeGone(knex: Knex): Promise<void> {
  const gone: { entity_ref: string }[] = await knex({ es: 'entity_scopes' })
    .leftJoin({ e: 'entities' }, join =>
      join.on('e.entity_ref', 'es.entity_ref').andOnNull('e.gone_at'),
    )
    .whereNull('e.entity_ref')
    .distinct('es.entity_ref');
  for (const chunk of chunksOf(gone.map(row => row.entity_ref)))
    await knex<EntityScopeRow>('entity_scopes')
      .whereIn('entity_ref', chunk)
      .delete();
}

async function readRows(
  knex: Knex,
  refs: readonly string[],
): Promise<ReadonlyMap<string, readonly EntityScopeRow[]>> {
  const rows = await knex<EntityScopeRow>('entity_scopes').whereIn(
    'entity_ref',
    [...refs],
  );
  const byEntity = new Map<string, EntityScopeRow[]>();
  for (const row of rows) {
    const others = byEntity.get(row.entity_ref);
    if (others) others.push(row);
    else byEntity.set(row.entity_ref, [row]);
  }
  return byEntity;
}

function rowsOf(
  entityRef: string,
  tree: ScopeTree,
  own: readonly string[],
): readonly EntityScopeRow[] {
  return tree.above(own).map(({ ref, depth }) => ({
    entity_ref: entityRef,
    scope_ref: ref,
    depth,
  }));
}

function sameRows(
  left: readonly EntityScopeRow[],
  right: readonly EntityScopeRow[],
): boolean {
  const depths = new Map(left.map(row => [row.scope_ref, row.depth]));
  return (
    left.length === right.length &&
    right.every(row => depths.get(row.scope_ref) === row.depth)
  );
}
