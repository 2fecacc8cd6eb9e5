import { Knex } from 'knex';
import { PageOf, PastScope } from '../../HistoryReader';
import { FindingRecord } from '../../records';
import {
  JoinedFindingRow,
  selectFinding,
  SEVERITY_ORDER,
  toFindingRecord,
} from '../findingRows';
import { findingIntervals, whereDuring } from './intervals';

/** Findings that a scope had at a time, fails first, gravest first. */
export async function listFindingsAt(
  knex: Knex,
  scope: PastScope,
  at: number,
  page: { readonly offset: number; readonly limit: number },
): Promise<PageOf<FindingRecord>> {
  const ids = () =>
    knex
      .from(findingIntervals(knex, scope).as('i'))
      .modify(whereDuring, at)
      .distinct('i.id');
  const [{ total }] = await knex.from(ids().as('d')).count({ total: '*' });
  const rows = await findingsByIds(knex, ids())
    .orderBy('f.outcome')
    .orderByRaw(SEVERITY_ORDER)
    .orderBy(['f.control_id', 'f.cluster', 's.namespace', 's.name', 'f.id'])
    .offset(page.offset)
    .limit(page.limit);
  return { items: rows.map(asOf(at)), total: Number(total) };
}

/** Findings with what makes records of them. */
export function findingsByIds(
  knex: Knex,
  ids: Knex.QueryBuilder | readonly number[],
): Knex.QueryBuilder<JoinedFindingRow, JoinedFindingRow[]> {
  return knex({ f: 'findings' })
    .join({ s: 'subjects' }, 's.id', 'f.subject_id')
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereIn('f.id', ids as Knex.QueryBuilder)
    .modify(selectFinding, knex) as Knex.QueryBuilder<
    JoinedFindingRow,
    JoinedFindingRow[]
  >;
}

/** A finding as it was at a time: what closed it later is left out. */
function asOf(at: number): (row: JoinedFindingRow) => FindingRecord {
  return row => {
    const { closedAt, closedBecause, ...finding } = toFindingRecord(row);
    return closedAt !== undefined && closedAt <= at
      ? { ...finding, closedAt, closedBecause }
      : finding;
  };
}
