import { Knex } from 'knex';
import { Severity } from 'security-posture-engine';
import {
  EventPosition,
  EventRecord,
  PastScope,
  Period,
} from '../../HistoryReader';
import { ChangeRow, FindingRow, SubjectRow } from '../../tables';
import { whereVisible } from '../visibleRefs';
import { findingIntervals, workloadIntervals } from './intervals';
import { toWorkload } from './workloadChanges';

/** A page of events: those after a position, newest first. */
export interface EventsPage {
  readonly after?: EventPosition;
  readonly limit: number;
}

/** Where events come from. At the same time one with a lower rank comes first. */
interface EventSource {
  /** Rows with `at` and `id`. */
  readonly rows: (knex: Knex, scope: PastScope) => Knex.QueryBuilder;
  readonly toEvent: (row: EventRow, position: EventPosition) => EventRecord;
}

type EventRow = { at: number | string; id: number };
type SubjectEventRow = EventRow &
  Pick<
    SubjectRow,
    'cluster' | 'api_version' | 'kind' | 'namespace' | 'name'
  > & { because: string | null };
type FindingEventRow = SubjectEventRow &
  Pick<FindingRow, 'key' | 'control_id' | 'severity'> & { again: number };

/** What a finding's evidence was before, as the episode `b` that the episode `f` follows at once. */
const FOLLOWS =
  "exists (select 1 from findings b where b.key = f.key and b.closed_because = 'changed' and b.closed_at = f.opened_at)";

/** The episode that follows the episode `f` at once. */
const FOLLOWED =
  'exists (select 1 from findings n where n.key = f.key and n.opened_at = f.closed_at and n.id > f.id)';

const SOURCES: readonly EventSource[] = [
  {
    rows: (knex, scope) => changesOf(knex, scope).select('h.*'),
    toEvent: (row, position) =>
      changeEvent(row as unknown as ChangeRow, position),
  },
  {
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
];

/** What happened to an entity or a cluster in a period, newest first. */
export async function listEvents(
  knex: Knex,
  scope: PastScope,
  period: Period,
  { after, limit }: EventsPage,
): Promise<readonly EventRecord[]> {
  const events: EventRecord[] = [];
  for (const [rank, source] of SOURCES.entries()) {
    const rows: EventRow[] = await knex
      .from(source.rows(knex, scope).as('e'))
      .where('e.at', '>', period.from)
      .andWhere('e.at', '<=', period.to)
      .modify(whereAfter, rank, after)
      .orderBy([
        { column: 'e.at', order: 'desc' },
        { column: 'e.id', order: 'desc' },
      ])
      .limit(limit);
    for (const row of rows) {
      const position = { at: Number(row.at), rank, id: row.id };
      events.push(source.toEvent(row, position));
    }
  }
  return events.sort(newestFirst).slice(0, limit);
}

/** What happened to clusters, library, profiles and exemptions in a period, oldest first. */
export async function listChanges(
  knex: Knex,
  scope: PastScope,
  { from, to }: Period,
  limit: number,
): Promise<readonly EventRecord[]> {
  const rows: ChangeRow[] = await changesOf(knex, scope)
    .where('h.at', '>', from)
    .andWhere('h.at', '<=', to)
    .orderBy(['h.at', 'h.id'])
    .limit(limit)
    .select('h.*');
  return rows.map(row =>
    changeEvent(row, { at: Number(row.at), rank: 0, id: row.id }),
  );
}

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
    .select('f.id', 'f.key', 'f.control_id', 'f.severity')
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

function whereAfter(
  query: Knex.QueryBuilder,
  rank: number,
  after: EventPosition | undefined,
): void {
  if (!after) return;
  if (rank > after.rank) query.andWhere('e.at', '<=', after.at);
  else
    query.andWhere(later => {
      later.where('e.at', '<', after.at);
      if (rank === after.rank)
        later.orWhere(same =>
          same.where('e.at', after.at).andWhere('e.id', '<', after.id),
        );
    });
}

function newestFirst(
  { position: left }: EventRecord,
  { position: right }: EventRecord,
): number {
  return right.at - left.at || left.rank - right.rank || right.id - left.id;
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
