import { Knex } from 'knex';
import { CatalogScope, ScopeType } from '../../resolve/CatalogScope';
import { ScopeTree } from '../../resolve/ScopeTree';
import { chunksOf } from '../chunks';
import { SavedListing, ScopedEntity } from '../ResolveStore';
import { ScopeRow } from '../tables';
import { lostTooMuch } from './lostTooMuch';
import { saveEntityScopes } from './saveEntityScopes';

/** Writes scopes, and which of them are above which entities, where that differs. */
export async function saveScopes(
  knex: Knex,
  listed: readonly CatalogScope[],
  entities: readonly ScopedEntity[],
): Promise<SavedListing> {
  const stored = await knex<ScopeRow>('scopes').select('*');
  const named = new Set(entities.flatMap(({ scopes }) => scopes));
  const known = new Set([...named, ...listed.map(({ ref }) => ref)]);
  const missing = stored.filter(({ ref }) => !known.has(ref));
  const kept = lostTooMuch(missing, stored);
  const tree = new ScopeTree(
    kept ? [...listed, ...missing.map(toScope)] : listed,
    named,
  );
  await saveRows(knex, stored, tree.list().map(toRow));
  await saveEntityScopes(knex, tree, entities);
  if (!kept) await removeScopes(knex, missing);
  return { keptMissing: kept ? missing.length : 0 };
}

async function saveRows(
  knex: Knex,
  stored: readonly ScopeRow[],
  wanted: readonly ScopeRow[],
): Promise<void> {
  const before = new Map(stored.map(row => [row.ref, row]));
  const different = wanted.filter(row => !sameRow(row, before.get(row.ref)));
  for (const chunk of chunksOf(different))
    await knex('scopes')
      .insert([...chunk])
      .onConflict('ref')
      .merge();
}

/** Those that entities are still in, which are kept although they are missing, stay too. */
async function removeScopes(
  knex: Knex,
  rows: readonly ScopeRow[],
): Promise<void> {
  for (const chunk of chunksOf(rows.map(({ ref }) => ref)))
    await knex<ScopeRow>('scopes')
      .whereIn('ref', chunk)
      .whereNotIn('ref', knex('entity_scopes').select('scope_ref'))
      .delete();
}

function sameRow(row: ScopeRow, other: ScopeRow | undefined): boolean {
  return (
    row.type === other?.type &&
    row.title === other.title &&
    row.parent_ref === other.parent_ref
  );
}

function toRow({ ref, type, title, parent }: CatalogScope): ScopeRow {
  return { ref, type, title: title ?? null, parent_ref: parent ?? null };
}

function toScope({ ref, type, title, parent_ref }: ScopeRow): CatalogScope {
  return {
    ref,
    type: type as ScopeType,
    ...(title === null ? {} : { title }),
    ...(parent_ref === null ? {} : { parent: parent_ref }),
  };
}
