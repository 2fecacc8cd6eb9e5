import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  ExemptionStanding,
  inWords,
  NextStanding,
  takeStep,
} from '../../../exemptions/takeStep';
import { ExemptionDecisionRecord } from '../../ExemptionStore';
import { asTime, ExemptionRow } from '../../tables';
import { insertEvent, noteEffect } from './noteStep';

/** How often a step is tried where others are taken at the same time. */
const MOST_TRIES = 5;

/** Takes a step; false where the same actor had taken it already. Of two steps at once one is taken. */
export async function stepExemption(
  knex: Knex,
  id: string,
  decision: ExemptionDecisionRecord,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const taken = await knex.transaction(transaction =>
      tryStep(transaction, id, decision),
    );
    if (taken !== undefined) return taken;
  }
  throw new ConflictError(
    'Others change this exemption at the moment. Look at it, and try again',
  );
}

/** Undefined where somebody else took a step in between. */
async function tryStep(
  transaction: Knex.Transaction,
  id: string,
  decision: ExemptionDecisionRecord,
): Promise<boolean | undefined> {
  const row = await transaction<ExemptionRow>('exemptions')
    .where({ id })
    .first();
  if (!row) throw new NotFoundError(`There is no exemption ${id}`);
  const next = takeStep(standingOf(row), decision);
  if (!next) return false;
  requireVersion(row, decision);
  if (decision.what === 'approved') await requireEvidence(transaction, row);
  const step = { ...decision, expiresAt: next.expiresAt };
  const changed = await updateVersion(transaction, row, {
    state: next.state,
    expires_at: next.expiresAt,
    ...decidedBy(decision),
    ...(next.state === 'pending' ? {} : keyOfDecided(row)),
  });
  if (!changed) return undefined;
  await insertEvent(transaction, id, step);
  if (counts(row.state) || counts(next.state))
    await noteEffect(transaction, row, step, next.state);
  return true;
}

/** Writes a row whose version is still the one that was read; false where it is not. */
export async function updateVersion(
  transaction: Knex,
  { id, version }: Pick<ExemptionRow, 'id' | 'version'>,
  change: Partial<ExemptionRow>,
): Promise<boolean> {
  const changed = await transaction<ExemptionRow>('exemptions')
    .where({ id, version })
    .update({ ...change, version: version + 1 });
  return changed > 0;
}

/** Only an approved exemption changes postures. */
export function counts(state: string): boolean {
  return state === 'approved';
}

/** The shortening of an exemption decides nothing on it. */
function decidedBy({
  what,
  actor,
  at,
}: ExemptionDecisionRecord): Partial<ExemptionRow> {
  return what === 'shortened' ? {} : { decided_by: actor, decided_at: at };
}

/** A request that is decided on gives way to the next for the same; an annotation keeps its key as long as it says the same. */
function keyOfDecided({ source }: ExemptionRow): Partial<ExemptionRow> {
  return source === 'request' ? { source_key: null } : {};
}

function standingOf(row: ExemptionRow): ExemptionStanding {
  return {
    state: row.state as NextStanding['state'],
    expiresAt: asTime(row.expires_at)!,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
  };
}

function requireVersion(
  row: ExemptionRow,
  { version }: ExemptionDecisionRecord,
): void {
  if (version !== undefined && version !== row.version)
    throw new ConflictError(
      `The exemption has changed since version ${version}: ${inWords(
        standingOf(row),
      )}. Look at it again`,
    );
}

/** What was asked for has to be what is approved. */
async function requireEvidence(
  knex: Knex,
  { scope, finding_key, evidence_hash }: ExemptionRow,
): Promise<void> {
  if (scope !== 'finding') return;
  const open = await knex('findings')
    .where({ key: finding_key })
    .whereNull('closed_at')
    .first('evidence_hash');
  if (open && open.evidence_hash !== evidence_hash)
    throw new ConflictError(
      'It cannot be approved, for the evidence of the finding has changed since it was asked for. Within a minute the request shows the new evidence: look at it again',
    );
}
