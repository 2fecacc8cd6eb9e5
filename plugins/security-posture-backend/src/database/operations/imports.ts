import { Knex } from 'knex';
import { ImportedDocument, JsonObject } from 'security-posture-engine';
import { ImportRecord } from '../ImportStore';
import { asTime, ImportRow } from '../tables';

const KEY = ['cluster', 'kind', 'node'] as const;

/** Keeps a document in the place of the one before for the same cluster, kind and node. */
export async function saveImport(
  knex: Knex,
  record: ImportRecord,
  document: JsonObject,
): Promise<void> {
  await knex<ImportRow>('imports')
    .insert({
      cluster: record.cluster,
      kind: record.kind,
      node: record.node ?? '',
      received_at: record.receivedAt,
      received_by: record.receivedBy,
      document: JSON.stringify(document),
    })
    .onConflict([...KEY])
    .merge();
}

/** What was posted for a cluster, by kind and node. */
export async function listImports(
  knex: Knex,
  cluster: string,
): Promise<readonly ImportRecord[]> {
  const rows: Omit<ImportRow, 'document'>[] = await knex('imports')
    .where({ cluster })
    .orderBy([...KEY])
    .select(...KEY, 'received_at', 'received_by');
  return rows.map(row => ({
    cluster: row.cluster,
    kind: kindOf(row),
    ...nodeOf(row),
    receivedAt: asTime(row.received_at)!,
    receivedBy: row.received_by,
  }));
}

/** What was posted for a cluster, for controls to read. */
export async function readImports(
  knex: Knex,
  cluster: string,
): Promise<readonly ImportedDocument[]> {
  const rows: ImportRow[] = await knex('imports')
    .where({ cluster })
    .orderBy([...KEY]);
  return rows.map(row => ({
    kind: kindOf(row),
    ...nodeOf(row),
    receivedAt: asTime(row.received_at)!,
    document: JSON.parse(row.document),
  }));
}

function kindOf({ kind }: Pick<ImportRow, 'kind'>): ImportedDocument['kind'] {
  return kind as ImportedDocument['kind'];
}

function nodeOf({ node }: Pick<ImportRow, 'node'>): { node?: string } {
  return node ? { node } : {};
}
