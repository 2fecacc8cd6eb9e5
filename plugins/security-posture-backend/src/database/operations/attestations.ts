import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { Attestation } from 'security-posture-engine';
import {
  AttestationRecord,
  AttestationsFilter,
  NewAttestation,
} from '../AttestationStore';
import { asTime, AttestationRow, ClusterRow } from '../tables';
import { whereFindingOpen, whereSubjectVisible } from './visible';

/** Keeps a statement in the place of the one before. The cluster's row is locked meanwhile, so that of two at once one is the last. */
export async function saveAttestation(
  knex: Knex,
  attestation: NewAttestation,
  now: number,
): Promise<AttestationRecord> {
  const row = newRow(attestation, now);
  await knex.transaction(async transaction => {
    await transaction<ClusterRow>('clusters')
      .where({ name: row.cluster })
      .forUpdate()
      .first('name');
    await transaction<AttestationRow>('attestations')
      .where({ cluster: row.cluster, control_id: row.control_id })
      .whereNull('ended_at')
      .update({
        ended_at: now,
        ended_by: row.author,
        ended_because: 'replaced',
      });
    await transaction<AttestationRow>('attestations').insert(row);
  });
  return toRecord(row);
}

export async function getAttestation(
  knex: Knex,
  id: string,
): Promise<AttestationRecord | undefined> {
  const row = await knex<AttestationRow>('attestations').where({ id }).first();
  return row && toRecord(row);
}

/** A page of attestations, newest first. */
export async function listAttestations(
  knex: Knex,
  filter: AttestationsFilter,
): Promise<{
  readonly items: readonly AttestationRecord[];
  readonly total: number;
}> {
  const matching = () =>
    knex<AttestationRow>('attestations').modify(whereMatches, filter);
  const [{ total }] = await matching().count({ total: '*' });
  const rows: AttestationRow[] = await matching()
    .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }])
    .offset(filter.offset)
    .limit(filter.limit);
  return { items: rows.map(toRecord), total: Number(total) };
}

/** Withdraws a statement that nothing has ended before. */
export async function withdrawAttestation(
  knex: Knex,
  id: string,
  by: string,
  now: number,
): Promise<AttestationRecord> {
  await knex<AttestationRow>('attestations')
    .where({ id })
    .whereNull('ended_at')
    .update({ ended_at: now, ended_by: by, ended_because: 'withdrawn' });
  const record = await getAttestation(knex, id);
  if (!record) throw new NotFoundError(`There is no attestation ${id}`);
  if (record.ended?.because === 'replaced')
    throw new ConflictError(
      `It cannot be withdrawn, for ${record.ended.by} has put another in its place`,
    );
  return record;
}

/** What controls on a cluster go by. */
export async function listForSweep(
  knex: Knex,
  cluster: string,
): Promise<readonly Attestation[]> {
  const rows = await knex<AttestationRow>('attestations')
    .where({ cluster })
    .whereNull('ended_at')
    .orderBy('control_id');
  return rows.map(row => ({
    control: row.control_id,
    outcome: row.outcome as Attestation['outcome'],
    author: row.author,
    expiresAt: asTime(row.expires_at)!,
  }));
}

/** Clusters whose last sweep began before an attestation of theirs expired, as far as nobody waits for the next one. */
export async function listOutlived(
  knex: Knex,
  now: number,
): Promise<readonly string[]> {
  const rows: { cluster: string }[] = await knex({ a: 'attestations' })
    .join({ c: 'clusters' }, 'c.name', 'a.cluster')
    .whereNull('c.gone_at')
    .whereNull('a.ended_at')
    .andWhere('a.expires_at', '<=', now)
    .whereNotExists(sweep =>
      sweep
        .from({ w: 'sweeps' })
        .whereRaw('w.cluster = a.cluster')
        .andWhereRaw('w.started_at >= a.expires_at')
        .select(knex.raw('1')),
    )
    .whereNotExists(request =>
      request
        .from({ r: 'scan_requests' })
        .whereRaw('r.cluster = a.cluster')
        .whereNull('r.sweep_id')
        .select(knex.raw('1')),
    )
    .distinct('a.cluster')
    .orderBy('a.cluster');
  return rows.map(({ cluster }) => cluster);
}

/** True where only a person can answer a control on a cluster, or did. */
export async function isAskedFor(
  knex: Knex,
  cluster: string,
  control: string,
): Promise<boolean> {
  const of = { 'f.cluster': cluster, 'f.control_id': control };
  const answered = await knex<AttestationRow>('attestations')
    .where({ cluster, control_id: control })
    .whereNull('ended_at')
    .first('id');
  const gap = await knex({ g: 'gaps' })
    .join({ c: 'clusters' }, 'c.name', 'g.cluster')
    .where({ 'g.cluster': cluster, 'g.control_id': control })
    .andWhere('g.reason', 'manual')
    .andWhereRaw('g.since_no <= c.sweep_no')
    .andWhere(open =>
      open.whereNull('g.until_no').orWhereRaw('g.until_no > c.sweep_no'),
    )
    .first('g.id');
  const finding = await openFindings(knex)
    .where({ ...of, 'f.outcome': 'notEvaluated', 'f.reason': 'manual' })
    .first('f.id');
  return [answered, gap, finding].some(row => row !== undefined);
}

/** True where an open fail of a control is there on a cluster. */
export async function hasFail(
  knex: Knex,
  cluster: string,
  control: string,
): Promise<boolean> {
  const finding = await openFindings(knex)
    .where({
      'f.cluster': cluster,
      'f.control_id': control,
      'f.outcome': 'fail',
    })
    .first('f.id');
  return finding !== undefined;
}

function openFindings(knex: Knex): Knex.QueryBuilder {
  return knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .modify(whereSubjectVisible)
    .modify(whereFindingOpen);
}

function whereMatches(
  query: Knex.QueryBuilder,
  { cluster, control, inForce, standing, now }: AttestationsFilter,
): void {
  if (cluster) query.where({ cluster });
  if (control) query.where({ control_id: control });
  if (standing) query.whereNull('ended_at');
  if (inForce) query.whereNull('ended_at').andWhere('expires_at', '>', now);
}

function newRow(attestation: NewAttestation, now: number): AttestationRow {
  return {
    id: randomUUID(),
    cluster: attestation.cluster,
    control_id: attestation.control,
    outcome: attestation.outcome,
    statement: attestation.statement,
    link: attestation.link ?? null,
    author: attestation.author,
    created_at: now,
    expires_at: attestation.expiresAt,
    ended_at: null,
    ended_by: null,
    ended_because: null,
  };
}

function toRecord(row: AttestationRow): AttestationRecord {
  const endedAt = asTime(row.ended_at);
  return {
    id: row.id,
    cluster: row.cluster,
    control: row.control_id,
    outcome: row.outcome as AttestationRecord['outcome'],
    statement: row.statement,
    ...(row.link === null ? {} : { link: row.link }),
    author: row.author,
    createdAt: asTime(row.created_at)!,
    expiresAt: asTime(row.expires_at)!,
    ...(endedAt === undefined
      ? {}
      : {
          ended: {
            at: endedAt,
            by: row.ended_by!,
            because: row.ended_because as 'replaced' | 'withdrawn',
          },
        }),
  };
}
