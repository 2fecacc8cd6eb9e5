import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ExemptionRow, FindingRow } from '../../tables';
import { whereFindingOpen, whereSubjectVisible } from '../visible';
import { OPEN_STATES } from './countCovered';
import { insertEvent, noteEffect } from './noteStep';
import { counts, stepExemption, updateVersion } from './stepExemption';

/** Who takes the steps that happen by themselves. */
export const SYSTEM = 'system';

/** Ends the exemptions and requests whose end has come; answers with their ids. */
export async function expireExemptions(
  knex: Knex,
  now: number,
): Promise<readonly string[]> {
  const due: Pick<ExemptionRow, 'id'>[] = await knex<ExemptionRow>('exemptions')
    .whereIn('state', [...OPEN_STATES])
    .andWhere('expires_at', '<=', now)
    .orderBy('id')
    .select('id');
  const ended: string[] = [];
  for (const { id } of due) if (await expire(knex, id, now)) ended.push(id);
  return ended;
}

/** False where another replica, or a person, was faster. */
async function expire(knex: Knex, id: string, now: number): Promise<boolean> {
  try {
    const step = { what: 'expired' as const, actor: SYSTEM, at: now };
    return await stepExemption(knex, id, step);
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

type Outdated = ExemptionRow & {
  readonly new_hash: FindingRow['evidence_hash'];
  readonly new_severity: FindingRow['severity'];
};

/**
 * Turns exemptions of findings that show other evidence by now, or became critical, into requests for what they show;
 * requests that wait are brought up to date. Answers with the ids of all.
 */
export async function reopenExemptions(
  knex: Knex,
  now: number,
): Promise<readonly string[]> {
  const reopened: string[] = [];
  for (const row of await listOutdated(knex)) {
    const done = await knex.transaction(transaction =>
      reopen(transaction, row, now),
    );
    if (done) reopened.push(row.id);
  }
  return reopened;
}

function listOutdated(knex: Knex): Promise<Outdated[]> {
  return knex({ x: 'exemptions' })
    .join({ f: 'findings' }, 'f.key', 'x.finding_key')
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .where('x.scope', 'finding')
    .whereIn('x.state', [...OPEN_STATES])
    .andWhere('f.outcome', 'fail')
    .whereNull('f.consequence_of')
    .andWhereRaw(
      "(f.evidence_hash <> x.evidence_hash or (f.severity = 'critical' and x.severity <> 'critical'))",
    )
    .modify(whereSubjectVisible)
    .modify(whereFindingOpen)
    .orderBy('x.id')
    .select('x.*', 'f.evidence_hash as new_hash', 'f.severity as new_severity');
}

/** False where another replica, or a person, was faster. */
async function reopen(
  transaction: Knex.Transaction,
  row: Outdated,
  now: number,
): Promise<boolean> {
  const changed = await updateVersion(transaction, row, {
    state: 'pending',
    evidence_hash: row.new_hash,
    severity: row.new_severity,
    source_key: null,
    decided_by: null,
    decided_at: null,
  });
  if (!changed) return false;
  const step = {
    what: 'reopened' as const,
    actor: SYSTEM,
    at: now,
    note: 'What the finding shows is not what was asked for before',
    expiresAt: Number(row.expires_at),
  };
  await insertEvent(transaction, row.id, step);
  if (counts(row.state)) await noteEffect(transaction, row, step, 'pending');
  return true;
}
