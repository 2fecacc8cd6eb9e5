import { Knex } from 'knex';
import { RetentionCuts } from '../../RetentionStore';
import { DeletedRowsOf } from './deleteInBatches';

/** Rows that a cut makes obsolete, and what the log calls them. */
export interface ExpiredRows extends Pick<DeletedRowsOf, 'table' | 'key'> {
  readonly what: string;
  readonly expired: (rows: Knex.QueryBuilder, cuts: RetentionCuts) => void;
}

/** Changes of which the last one tells how things are: it stays, however old. */
const LASTING_CHANGES = ['libraryChanged', 'profileChanged'];

/** What is kept for a while after it ended; in this order, for a subject stays as long as something refers to it. */
export const EXPIRED_ROWS: readonly ExpiredRows[] = [
  {
    what: 'closed findings',
    table: 'findings',
    key: ['id'],
    expired: (rows, { detail }) =>
      rows
        .where('closed_at', '<', detail)
        .modify(wherePublished, 'findings', 'closed_no'),
  },
  {
    what: 'ended links',
    table: 'entity_subjects',
    key: ['entity_ref', 'subject_id', 'valid_from'],
    expired: (rows, { detail }) => rows.where('valid_to', '<', detail),
  },
  {
    what: 'ended gaps',
    table: 'gaps',
    key: ['id'],
    expired: (rows, { detail }) =>
      rows
        .where('until', '<', detail)
        .modify(wherePublished, 'gaps', 'until_no'),
  },
  {
    what: 'requests for scans',
    table: 'scan_requests',
    key: ['id', 'cluster'],
    expired: (rows, { detail }) => rows.where('requested_at', '<', detail),
  },
  {
    what: 'sweeps',
    table: 'sweeps',
    key: ['id'],
    expired: (rows, { detail }) =>
      rows
        .where('started_at', '<', detail)
        .andWhereRaw(
          'exists (select 1 from sweeps newer where newer.cluster = sweeps.cluster and newer.started_at > sweeps.started_at)',
        ),
  },
  {
    what: 'changes',
    table: 'changes',
    key: ['id'],
    expired: (rows, { detail }) =>
      rows
        .where('at', '<', detail)
        .andWhere(done =>
          done
            .whereNotIn('what', LASTING_CHANGES)
            .orWhereRaw(
              "exists (select 1 from changes newer where newer.what = changes.what and coalesce(newer.ref, '') = coalesce(changes.ref, '') and newer.id > changes.id)",
            ),
        ),
  },
  {
    what: 'days',
    table: 'posture_days',
    key: ['scope_type', 'scope_ref', 'profile', 'day'],
    expired: (rows, { scoresDay }) =>
      rows.where('day', '<', scoresDay).andWhere(superseded =>
        superseded
          .whereRaw(
            `exists (select 1 from posture_days newer
                 where newer.scope_type = posture_days.scope_type and newer.scope_ref = posture_days.scope_ref
                   and newer.day > posture_days.day and newer.day <= ?)`,
            [scoresDay],
          )
          .orWhereRaw(
            `(posture_days.scope_type in ('group', 'system', 'domain')
                 and not exists (select 1 from scopes where scopes.ref = posture_days.scope_ref))`,
          ),
      ),
  },
];

/** Subjects that went, of one cluster, once nothing refers to them any more. */
export function goneSubjects(
  cluster: string,
  { detail }: RetentionCuts,
): DeletedRowsOf {
  return {
    table: 'subjects',
    key: ['id'],
    where: rows =>
      rows
        .where('cluster', cluster)
        .andWhere('gone_at', '<', detail)
        .modify(wherePublished, 'subjects', 'gone_no')
        .andWhereRaw(
          'not exists (select 1 from findings where findings.subject_id = subjects.id)',
        )
        .andWhereRaw(
          'not exists (select 1 from entity_subjects where entity_subjects.subject_id = subjects.id)',
        ),
  };
}

/** What a sweep ended that is not published has not ended. */
function wherePublished(
  rows: Knex.QueryBuilder,
  table: string,
  column: string,
): void {
  rows.whereRaw(
    '?? <= (select clusters.sweep_no from clusters where clusters.name = ??)',
    [`${table}.${column}`, `${table}.cluster`],
  );
}
