import { Knex } from 'knex';
import { SEVERITIES } from 'security-posture-engine';
import { DayEvents, EventRecord, PastScope, Period } from '../../HistoryReader';
import { utcDay } from '../../utcDay';
import { EVENT_SOURCES, EventRow, EventSource } from './eventSources';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Ranks findings by severity: 0 is the gravest. */
const GRAVEST_FIRST = `case e.severity ${SEVERITIES.map(
  (severity, rank) => `when '${severity}' then ${rank}`,
).join(' ')} end, e.id`;

/** A row with how many its source has on that day. */
type RankedRow = EventRow & { among: number | string };

/** What happened on each day (UTC) of a period that has anything: of each sort the first few, findings by their severity. */
export async function listDayEvents(
  knex: Knex,
  scope: PastScope,
  period: Period,
  ofEachSort: number,
): Promise<readonly DayEvents[]> {
  const days = new Map<string, { events: EventRecord[]; total: number }>();
  const found = await Promise.all(
    EVENT_SOURCES.map(source =>
      rankedRows(knex, source, scope, period, ofEachSort),
    ),
  );
  for (const [rank, source] of EVENT_SOURCES.entries()) {
    const counted = new Set<string>();
    for (const row of found[rank]) {
      const at = Number(row.at);
      const day = utcDay(at);
      const entry = days.get(day) ?? { events: [], total: 0 };
      days.set(day, entry);
      entry.events.push(source.toEvent(row, { at, rank, id: row.id }));
      if (!counted.has(day)) entry.total += Number(row.among);
      counted.add(day);
    }
  }
  return [...days].map(([day, entry]) => ({ day, ...entry }));
}

async function rankedRows(
  knex: Knex,
  source: EventSource,
  scope: PastScope,
  { from, to }: Period,
  ofEachSort: number,
): Promise<readonly RankedRow[]> {
  const day = `partition by e.at / ${DAY_MS}`;
  const order = source.ofFindings ? GRAVEST_FIRST : 'e.at desc, e.id desc';
  const ranked = knex
    .from(source.rows(knex, scope).as('e'))
    .where('e.at', '>', from)
    .andWhere('e.at', '<=', to)
    .select('e.*')
    .select(
      knex.raw(`row_number() over (${day} order by ${order}) as place`),
      knex.raw(`count(*) over (${day}) as among`),
    );
  return knex
    .from(ranked.as('r'))
    .where('r.place', '<=', ofEachSort)
    .orderBy(['r.at', 'r.place'])
    .select('r.*');
}
