import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import { ExemptionTargetRecord, NewExemption } from '../../ExemptionStore';
import { ExemptionRow } from '../../tables';
import { insertEvent } from './noteStep';

/** Characters of a key in hex: 256 bits. */
const KEY_LENGTH = 64;

/** Asks for an exemption and answers with its id; with that of the same request of the same person, where it waits already. */
export async function createExemption(
  knex: Knex,
  request: NewExemption,
  now: number,
): Promise<string> {
  const row = newExemptionRow(request, now, {
    source: 'request',
    source_key: targetKey(request),
  });
  return knex.transaction(async transaction => {
    const waiting = await insertOrFind(transaction, row);
    if (waiting.id !== row.id && waiting.requested_by !== row.requested_by)
      throw new ConflictError(
        `${waiting.requested_by} asked for the same exemption already; ${waiting.id} waits for approval`,
      );
    if (waiting.id === row.id)
      await insertEvent(transaction, row.id, {
        what: 'requested',
        actor: row.requested_by,
        at: now,
        expiresAt: request.expiresAt,
      });
    return waiting.id;
  });
}

/** A row that waits for approval. */
export function newExemptionRow(
  request: NewExemption,
  now: number,
  source: Pick<ExemptionRow, 'source' | 'source_key'>,
): ExemptionRow {
  return {
    id: randomUUID(),
    scope: request.scope,
    control_id: request.control,
    severity: request.severity,
    finding_key: request.findingKey ?? null,
    evidence_hash: request.evidenceHash ?? null,
    subject_id: request.subjectId ?? null,
    entity_ref: request.entityRef ?? null,
    cluster: request.cluster ?? null,
    category: request.category,
    reason: request.reason,
    compensating_control: request.compensatingControl ?? null,
    link: request.link ?? null,
    state: 'pending',
    ...source,
    requested_by: request.requestedBy,
    requested_at: now,
    decided_by: null,
    decided_at: null,
    expires_at: request.expiresAt,
    version: 1,
  };
}

/** Of two that are inserted at once under one key, one is there, and both are answered with it. */
export async function insertOrFind(
  transaction: Knex,
  row: ExemptionRow,
): Promise<ExemptionRow> {
  await transaction<ExemptionRow>('exemptions')
    .insert(row)
    .onConflict('source_key')
    .ignore();
  const [stored] = await transaction<ExemptionRow>('exemptions').where({
    source_key: row.source_key,
  });
  return stored;
}

/** The key of a request that waits: there is one for each target. */
function targetKey(target: ExemptionTargetRecord): string {
  const { scope, control, findingKey, evidenceHash, subjectId, entityRef } =
    target;
  return sourceKey([
    'request',
    scope,
    control,
    findingKey,
    evidenceHash,
    subjectId,
    entityRef,
  ]);
}

/** A key made of these parts. */
export function sourceKey(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, KEY_LENGTH);
}
