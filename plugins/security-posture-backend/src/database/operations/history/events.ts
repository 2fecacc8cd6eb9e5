import { Knex } from 'knex';
import {
  EventPosition,
  EventRecord,
  PastScope,
  Period,
} from '../../HistoryReader';
import { EVENT_SOURCES, EventRow, WRITTEN_SOURCES } from './eventSources';

/** A page of events: those after a position, newest first. */
export interface EventsPage {
  readonly after?: EventPosition;
  readonly limit: number;
}

/** What happened to an entity or a cluster in a period, newest first. */
export async function listEvents(
  knex: Knex,
  scope: PastScope,
  period: Period,
  { after, limit }: EventsPage,
): Promise<readonly EventRecord[]> {
  const events: EventRecord[] = [];
  for (const [rank, source] of EVENT_SOURCES.entries()) {
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

/** What happened to clusters, library, profiles, exemptions and images in a period, oldest first. */
export async function listChanges(
  knex: Knex,
  scope: PastScope,
  { from, to }: Period,
  limit: number,
): Promise<readonly EventRecord[]> {
  const events: EventRecord[] = [];
  for (const source of WRITTEN_SOURCES) {
    const rows: EventRow[] = await knex
      .from(source.rows(knex, scope).as('e'))
      .where('e.at', '>', from)
      .andWhere('e.at', '<=', to)
      .orderBy(['e.at', 'e.id'])
      .limit(limit);
    for (const row of rows) {
      const position = { at: Number(row.at), rank: 0, id: row.id };
      events.push(source.toEvent(row, position));
    }
  }
  return events.sort((left, right) => newestFirst(right, left)).slice(0, limit);
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
