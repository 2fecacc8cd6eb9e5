import { Knex } from 'knex';
import { SEVERITIES } from 'security-posture-engine';
import {
  FindingChangeCounts,
  FindingChangeReason,
  FindingChangeRecord,
  PastScope,
  Period,
} from '../../HistoryReader';
import { FindingRecord } from '../../records';
import { toFindingRecord } from '../findingRows';
import { findingsByIds } from './findingsAt';
import { findingIntervals, whereDuring } from './intervals';

/** Ranks the severity of intervals `i`: 0 is the gravest. */
const RANK = `case i.severity ${SEVERITIES.map(
  (severity, rank) => `when '${severity}' then ${rank}`,
).join(' ')} end`;

/** A finding that a scope has differently at two times. */
interface ChangedKey {
  key: string;
  /** Its episode at the earlier time, and at the later. */
  from_id: number | null;
  to_id: number | null;
  began: number | string;
  joined: number;
}

/** The last episode of a finding that has ended. */
interface LastEpisode {
  key: string;
  id: number;
  ended: number | string;
  parted: number;
}

/** What became of findings between two times, gravest first. An episode that began and ended in between is no difference. */
export async function listFindingChanges(
  knex: Knex,
  scope: PastScope,
  period: Period,
  page: { readonly offset: number; readonly limit: number },
): Promise<{
  readonly items: readonly FindingChangeRecord[];
  readonly counts: FindingChangeCounts;
}> {
  const keys: ChangedKey[] = await changedKeys(knex, scope, period)
    .orderBy('rank')
    .orderBy('key')
    .offset(page.offset)
    .limit(page.limit);
  const ended = await lastEpisodes(knex, scope, period, keys);
  const findings = await readFindings(knex, [
    ...keys.flatMap(({ from_id, to_id }) =>
      [from_id ?? [], to_id ?? []].flat(),
    ),
    ...[...ended.values()].map(({ id }) => id),
  ]);
  return {
    items: keys.map(key =>
      key.to_id === null
        ? closing(ended.get(key.key)!, findings)
        : opening(key, period, findings),
    ),
    counts: await countChanges(knex, scope, period),
  };
}

async function countChanges(
  knex: Knex,
  scope: PastScope,
  period: Period,
): Promise<FindingChangeCounts> {
  const [row] = await knex
    .from(changedKeys(knex, scope, period).as('k'))
    .select(
      knex.raw(`
        sum(case when from_id is null then 1 else 0 end) as opened,
        sum(case when to_id is null then 1 else 0 end) as closed,
        sum(case when from_id is not null and to_id is not null then 1 else 0 end) as changed`),
    );
  return {
    opened: Number(row.opened ?? 0),
    closed: Number(row.closed ?? 0),
    changed: Number(row.changed ?? 0),
  };
}

/** Findings that were open at one of both times only, or in another episode. Several entities of a scope may have the same one. */
function changedKeys(
  knex: Knex,
  scope: PastScope,
  { from, to }: Period,
): Knex.QueryBuilder {
  const openAtFrom = 'i.began <= ?';
  const openAtTo = '(i.ended is null or i.ended > ?)';
  const fromId = `max(case when ${openAtFrom} then i.id end)`;
  const toId = `max(case when ${openAtTo} then i.id end)`;
  return knex
    .from(findingIntervals(knex, scope).as('i'))
    .where(either =>
      either
        .where(before => whereDuring(before, from))
        .orWhere(after => whereDuring(after, to)),
    )
    .groupBy('i.key')
    .havingRaw(`coalesce(${fromId}, 0) <> coalesce(${toId}, 0)`, [from, to])
    .select('i.key')
    .select(
      knex.raw(
        `${fromId} as from_id,
         ${toId} as to_id,
         min(case when ${openAtFrom} then null else i.began end) as began,
         min(case when ${openAtFrom} then null else i.joined end) as joined,
         min(${RANK}) as rank`,
        [from, to, from, from],
      ),
    );
}

async function readFindings(
  knex: Knex,
  ids: readonly number[],
): Promise<ReadonlyMap<number, FindingRecord>> {
  const rows = await findingsByIds(knex, ids);
  return new Map(rows.map(row => [row.id, toFindingRecord(row)]));
}

/** The episodes with which findings ended that are open at the earlier time only: there may be more in between. */
async function lastEpisodes(
  knex: Knex,
  scope: PastScope,
  { to }: Period,
  keys: readonly ChangedKey[],
): Promise<ReadonlyMap<string, LastEpisode>> {
  const closed = keys.filter(({ to_id }) => to_id === null);
  if (closed.length === 0) return new Map();
  const rows: LastEpisode[] = await knex
    .from(findingIntervals(knex, scope).as('i'))
    .whereIn(
      'i.key',
      closed.map(({ key }) => key),
    )
    .andWhere('i.ended', '<=', to)
    .orderBy(['i.ended', 'i.id'])
    .select('i.key', 'i.id', 'i.ended', 'i.parted');
  return new Map(rows.map(row => [row.key, row]));
}

function closing(
  { id, ended, parted }: LastEpisode,
  findings: ReadonlyMap<number, FindingRecord>,
): FindingChangeRecord {
  const finding = findings.get(id)!;
  return {
    change: 'closed',
    because: parted
      ? 'workloadGone'
      : (finding.closedBecause as FindingChangeReason),
    at: Number(ended),
    finding,
  };
}

function opening(
  { from_id, to_id, began, joined }: ChangedKey,
  { from }: Period,
  findings: ReadonlyMap<number, FindingRecord>,
): FindingChangeRecord {
  const finding = findings.get(to_id!)!;
  if (from_id !== null)
    return {
      change: 'changed',
      because: 'changed',
      at: Number(began),
      finding,
      before: findings.get(from_id)!,
    };
  const unbroken = !joined && finding.openSince > from;
  return {
    change: 'opened',
    because: joined ? 'workloadNew' : 'opened',
    at: unbroken ? finding.openSince : Number(began),
    finding,
  };
}
