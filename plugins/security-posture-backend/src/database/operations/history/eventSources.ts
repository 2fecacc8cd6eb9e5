import { Knex } from 'knex';
import { Severity } from 'security-posture-engine';
import { EventPosition, EventRecord, PastScope } from '../../HistoryReader';
import { FindingRecord } from '../../records';
import { ChangeRow, FindingRow, SubjectRow } from '../../tables';
import { whereVisible } from '../visibleRefs';
import { findingIntervals, workloadIntervals } from './intervals';
import { toWorkload } from './workloadChanges';

/** Where events come from. At the same time one with a lower rank comes first. */
export interface EventSource {
  /** Rows with `at` and `id`. */
  readonly rows: (knex: Knex, scope: PastScope) => Knex.QueryBuilder;
  /** Only where rows have a `severity`. */
  readonly ofFindings?: true;
  readonly toEvent: (row: EventRow, position: EventPosition) => EventRecord;
}

/** What every row of a source has. */
export type EventRow = { at: number | string; id: number };
type SubjectEventRow = EventRow &
  Pick<
    SubjectRow,
    'cluster' | 'api_version' | 'kind' | 'namespace' | 'name'
  > & { because: string | null };
type FindingEventRow = SubjectEventRow &
  Pick<FindingRow, 'key' | 'control_id' | 'severity' | 'outcome'> & {
    again: number;
  };

/**
 * What a finding's evidence was before, as the episode `b` that the episode `f` follows at once. What could not be judged
 * and then fails has not other evidence, but opens.
 */
const FOLLOWS =
  "exists (select 1 from findings b where b.key = f.key and b.outcome = f.outcome and b.closed_because = 'changed' and b.closed_at = f.opened_at)";

/** The episode that follows the episode `f` at once, with the same outcome. */
const FOLLOWED =
  'exists (select 1 from findings n where n.key = f.key and n.outcome = f.outcome and n.opened_at = f.closed_at and n.id > f.id)';

/** What happened to clusters, library, profiles and exemptions. */
const CHANGES: EventSource = {
  rows: (knex, scope) => changesOf(knex, scope).select('h.*'),
  toEvent: (row, position) =>
    changeEvent(row as unknown as ChangeRow, position),
};

/** Images that workloads run instead of others. */
const IMAGES: EventSource = {
  rows: imagesOf,
  toEvent: (row, position) => ({
    ...changeEvent(row as unknown as ChangeRow, position),
    ...toWorkload(row as SubjectEventRow),
  }),
};

/** What is written down as a change. The rest is told by findings and links. */
export const WRITTEN_SOURCES: readonly EventSource[] = [CHANGES, IMAGES];

/** Everything that is told. A source keeps its rank, for cursors hold it. */
export const EVENT_SOURCES: readonly EventSource[] = [
  CHANGES,
  {
    ofFindings: true,
    rows: (knex, scope) =>
      findings(knex, scope)
        .where('i.joined', 0)
        .select('i.began as at', knex.raw(`${FOLLOWS} as again`)),
    toEvent: (row, position) => {
      const finding = row as FindingEventRow;
      return findingEvent(
        Boolean(finding.again) ? 'findingChanged' : 'findingOpened',
        finding,
        position,
      );
    },
  },
  {
    ofFindings: true,
    rows: (knex, scope) =>
      findings(knex, scope)
        .where('i.parted', 0)
        .whereNotNull('i.ended')
        .andWhereRaw(
          "not (f.closed_because = 'subjectGone' and s.type = 'workload')",
        )
        .andWhereRaw(`not (f.closed_because = 'changed' and ${FOLLOWED})`)
        .select('i.ended as at', 'f.closed_because as because'),
    toEvent: (row, position) => {
      const finding = row as FindingEventRow;
      return findingEvent('findingClosed', finding, position);
    },
  },
  {
    rows: (knex, scope) => workloads(knex, scope).select('i.began as at'),
    toEvent: (row, position) =>
      subjectEvent('workloadNew', row as SubjectEventRow, position),
  },
  {
    rows: (knex, scope) =>
      workloads(knex, scope).whereNotNull('i.ended').select('i.ended as at'),
    toEvent: (row, position) =>
      subjectEvent('workloadGone', row as SubjectEventRow, position),
  },
  IMAGES,
];

/** Changes `h` that concern a scope. The first library and the first profiles have nothing that they come from. */
function changesOf(knex: Knex, scope: PastScope): Knex.QueryBuilder {
  const clusters = () =>
    knex({ e: 'entities' })
      .join({ cs: 'cluster_sets' }, 'cs.id', 'e.cluster_set')
      .modify(whereIn, knex, scope, 'e.entity_ref')
      .select('cs.cluster');
  return knex({ h: 'changes' })
    .where(told =>
      told
        .whereNotIn('h.what', ['libraryChanged', 'profileChanged'])
        .orWhereNotNull('h.from'),
    )
    .andWhere(concerned => {
      concerned.where('h.scope_type', 'all');
      if (scope.type === 'cluster')
        concerned.orWhere({
          'h.scope_type': 'cluster',
          'h.scope_ref': scope.ref,
        });
      else
        concerned
          .orWhere(own =>
            own
              .where('h.scope_type', 'entity')
              .modify(whereIn, knex, scope, 'h.scope_ref'),
          )
          .orWhere(cluster =>
            cluster
              .where('h.scope_type', 'cluster')
              .whereIn('h.scope_ref', clusters()),
          );
    });
}

/** Keeps rows of the entity, or of the entities of the scope that the caller may see. */
function whereIn(
  query: Knex.QueryBuilder,
  knex: Knex,
  scope: PastScope,
  column: string,
): void {
  if (scope.type === 'entity') query.where(column, scope.ref);
  else
    query
      .whereIn(
        column,
        knex('entity_scopes')
          .where('scope_ref', scope.ref)
          .select('entity_ref'),
      )
      .modify(whereVisible, column, scope.visibility);
}

function findings(knex: Knex, scope: PastScope): Knex.QueryBuilder {
  return knex
    .from(findingIntervals(knex, scope).as('i'))
    .join({ f: 'findings' }, 'f.id', 'i.id')
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .select('f.id', 'f.key', 'f.control_id', 'f.severity', 'f.outcome')
    .modify(selectSubject);
}

function workloads(knex: Knex, scope: PastScope): Knex.QueryBuilder {
  return knex
    .from(workloadIntervals(knex, scope).as('i'))
    .join({ s: 'subjects' }, 's.id', 'i.subject_id')
    .select('s.id')
    .modify(selectSubject);
}

function selectSubject(query: Knex.QueryBuilder): void {
  query.select('s.cluster', 's.api_version', 's.kind', 's.namespace', 's.name');
}

/**
 * Changes `h` of the images of workloads, as far as the scope had the workload then. They are written down for the
 * workload (`scope_type` is `subject`, `scope_ref` its key), for it is found before it is known whose it is.
 */
function imagesOf(knex: Knex, scope: PastScope): Knex.QueryBuilder {
  return knex
    .from(workloadIntervals(knex, scope).as('i'))
    .join({ s: 'subjects' }, 's.id', 'i.subject_id')
    .join({ h: 'changes' }, 'h.scope_ref', 's.key')
    .where('h.scope_type', 'subject')
    .andWhereRaw('h.at >= i.began and (i.ended is null or h.at < i.ended)')
    .distinct(
      'h.id',
      'h.at',
      'h.what',
      'h.scope_type',
      'h.ref',
      'h.from',
      'h.to',
    )
    .modify(selectSubject);
}

function findingEvent(
  what: string,
  row: FindingEventRow,
  position: EventPosition,
): EventRecord {
  return {
    ...subjectEvent(what, row, position),
    ...(row.because ? { because: row.because } : {}),
    finding: {
      key: row.key,
      control: row.control_id,
      severity: row.severity as Severity,
      outcome: row.outcome as FindingRecord['outcome'],
    },
  };
}

function subjectEvent(
  what: string,
  row: SubjectEventRow,
  position: EventPosition,
): EventRecord {
  return { at: position.at, what, ...toWorkload(row), position };
}

function changeEvent(row: ChangeRow, position: EventPosition): EventRecord {
  return {
    at: position.at,
    what: row.what,
    ...(row.scope_type === 'cluster' ? { cluster: row.scope_ref } : {}),
    ...(row.ref === null ? {} : { ref: row.ref }),
    ...(row.from === null ? {} : { from: row.from }),
    ...(row.to === null ? {} : { to: row.to }),
    position,
  };
}
