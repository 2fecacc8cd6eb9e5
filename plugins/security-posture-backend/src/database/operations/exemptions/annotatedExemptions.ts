import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { SubjectFacts } from '../../../sweep/subjectFacts';
import {
  AnnotatedRequest,
  AnnotatedStep,
  AnnotatedWorkload,
} from '../../AnnotatedExemptionStore';
import { chunksOf } from '../../chunks';
import { ExemptionRow, SubjectRow } from '../../tables';
import { ANNOTATION } from '../coveredFails';
import { publishedColumn, visibleWorkloads } from '../visible';
import { OPEN_STATES } from './countCovered';
import { insertOrFind, newExemptionRow } from './createExemption';
import { insertEvent } from './noteStep';
import { stepExemption, updateVersion } from './stepExemption';

/** What was done to an exemption, by its id. */
export interface FollowedStep {
  readonly what: AnnotatedStep['what'];
  readonly id: string;
}

/** The published workloads of a cluster whose annotations ask for exemptions. */
export async function listAnnotated(
  knex: Knex,
  cluster: string,
): Promise<readonly AnnotatedWorkload[]> {
  const rows: SubjectRow[] = await visibleWorkloads(knex)
    .where('s.cluster', cluster)
    .andWhere(annotated =>
      annotated
        .where('s.facts', 'like', '%"exempt":%')
        .orWhere('s.prior_facts', 'like', '%"exempt":%'),
    )
    .orderBy('s.id')
    .select(
      's.id',
      's.key',
      's.kind',
      's.namespace',
      's.name',
      publishedColumn(knex, 'facts'),
    );
  const owners = await firstOwners(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(row => {
    const { exempt } = JSON.parse(row.facts) as SubjectFacts;
    if (!exempt) return [];
    const entityRef = owners.get(row.id);
    return {
      subjectId: row.id,
      key: row.key,
      name: `${row.kind} ${row.namespace ?? ''}/${row.name}`,
      annotations: exempt,
      ...(entityRef === undefined ? {} : { entityRef }),
    };
  });
}

/** Makes the exemptions of annotations of a cluster what its annotations ask for. */
export async function followAnnotations(
  knex: Knex,
  cluster: string,
  requests: readonly AnnotatedRequest[],
  now: number,
): Promise<readonly FollowedStep[]> {
  const steps: FollowedStep[] = [];
  const wanted = new Set(requests.map(({ sourceKey }) => sourceKey));
  const open = await knex<ExemptionRow>('exemptions')
    .where({ cluster, source: ANNOTATION })
    .whereIn('state', [...OPEN_STATES])
    .orderBy('id');
  for (const { id, source_key } of open)
    if (!wanted.has(source_key!) && (await end(knex, id, now)))
      steps.push({ what: 'revoked', id });
  for (const request of requests)
    steps.push(...(await ask(knex, request, now)));
  return steps;
}

async function end(knex: Knex, id: string, now: number): Promise<boolean> {
  return unlessTaken(() =>
    stepExemption(knex, id, {
      what: 'revoked',
      actor: ANNOTATION,
      at: now,
      note: 'The annotation is gone, or says something else',
    }),
  );
}

async function ask(
  knex: Knex,
  request: AnnotatedRequest,
  now: number,
): Promise<readonly FollowedStep[]> {
  const row = newExemptionRow(request, now, {
    source: ANNOTATION,
    source_key: request.sourceKey,
  });
  const { stored, asked } = await knex.transaction(transaction =>
    askAgain(transaction, row, request, now),
  );
  const { id } = stored;
  const approved =
    request.approve &&
    stored.state === 'pending' &&
    (await unlessTaken(() =>
      stepExemption(knex, id, { what: 'approved', actor: ANNOTATION, at: now }),
    ));
  return [
    ...(asked ? [{ what: 'requested' as const, id }] : []),
    ...(approved ? [{ what: 'approved' as const, id }] : []),
  ];
}

/** Asks for what was never asked for, and for what went with its annotation and is back with it. */
async function askAgain(
  transaction: Knex.Transaction,
  row: ExemptionRow,
  request: AnnotatedRequest,
  now: number,
): Promise<{ readonly stored: ExemptionRow; readonly asked: boolean }> {
  const stored = await insertOrFind(transaction, row);
  const isBack = stored.state === 'revoked' && stored.decided_by === ANNOTATION;
  const asked =
    stored.id === row.id ||
    (isBack && (await updateVersion(transaction, stored, renewed(row))));
  if (asked)
    await insertEvent(transaction, stored.id, {
      what: 'requested',
      actor: row.requested_by,
      at: now,
      note: request.note,
      expiresAt: request.expiresAt,
    });
  else if (stored.entity_ref !== row.entity_ref)
    await transaction<ExemptionRow>('exemptions')
      .where({ id: stored.id })
      .update({ entity_ref: row.entity_ref });
  return {
    stored: isBack && asked ? { ...stored, ...renewed(row) } : stored,
    asked,
  };
}

function renewed(row: ExemptionRow): Partial<ExemptionRow> {
  const { state, requested_by, requested_at, expires_at, entity_ref } = row;
  return {
    state,
    requested_by,
    requested_at,
    expires_at,
    entity_ref,
    severity: row.severity,
    decided_by: null,
    decided_at: null,
  };
}

/** False where another replica, or a person, was faster. */
async function unlessTaken(step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

/** The entity that each subject belongs to; the first by ref, where there are several. */
async function firstOwners(
  knex: Knex,
  subjectIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const owners = new Map<number, string>();
  for (const chunk of chunksOf(subjectIds)) {
    const rows: { subject_id: number; entity_ref: string }[] = await knex(
      'entity_subjects',
    )
      .whereIn('subject_id', chunk)
      .whereNull('valid_to')
      .groupBy('subject_id')
      .select('subject_id')
      .min({ entity_ref: 'entity_ref' });
    for (const row of rows) owners.set(row.subject_id, row.entity_ref);
  }
  return owners;
}
