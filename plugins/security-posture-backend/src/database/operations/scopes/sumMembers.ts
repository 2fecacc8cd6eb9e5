import { Knex } from 'knex';
import { SEVERITIES, Severity } from 'security-posture-engine';
import { SeverityCounts } from 'backstage-plugin-security-posture-common';

/** The members of one scope, summed up. Counts come back as text from PostgreSQL: read them with `Number`. */
export interface MemberSum
  extends Record<`open_${Severity}` | `exempted_${Severity}`, number | string> {
  readonly member_of: string;
  /** How many of them name this scope themselves. */
  readonly own: number | string;
  readonly total: number | string;
  readonly ready: number | string;
  readonly notReady: number | string;
  readonly unknown: number | string;
  readonly noPosture: number | string;
  /** The lowest of each. */
  readonly raw: number | null;
  readonly effective: number | null;
  readonly lowest_ref: string | null;
  readonly lowest_title: string | null;
  /** 1 where nothing fresh is known of the lowest. */
  readonly lowest_stale: number | null;
  readonly p10: number | null;
  readonly coverage: number | null;
  readonly profile: string | null;
  readonly library: string | null;
}

const READINESS = ['ready', 'notReady', 'unknown'] as const;

/**
 * Sums up members by `member_of`, one row each. Scores are not averaged: the lowest is taken, and the 10th percentile
 * by nearest rank. Coverage is that of all workloads of the members together.
 */
export function sumMembers(
  knex: Knex,
  members: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const ranked = knex
    .from(members.as('m'))
    .select('m.*')
    .select(
      knex.raw(
        'row_number() over (partition by m.member_of order by case when m.effective is null then 1 else 0 end, m.effective, m.entity_ref) as place',
      ),
      knex.raw('count(m.effective) over (partition by m.member_of) as scored'),
    );
  return knex
    .from(ranked.as('r'))
    .groupBy('r.member_of')
    .select('r.member_of')
    .count({ total: '*' })
    .min({ raw: 'r.raw', effective: 'r.effective' })
    .max({ profile: 'r.profile', library: 'r.library' })
    .select(
      knex.raw('sum(case when r.depth = 0 then 1 else 0 end) as own'),
      knex.raw(
        `sum(case when r.state = 'judged' then 0 else 1 end) as "noPosture"`,
      ),
      knex.raw(
        'max(case when r.place = 1 and r.effective is not null then r.entity_ref end) as lowest_ref',
      ),
      knex.raw('max(case when r.place = 1 then r.title end) as lowest_title'),
      knex.raw('max(case when r.place = 1 then r.stale end) as lowest_stale'),
      knex.raw(
        'max(case when r.place = (r.scored + 9) / 10 then r.effective end) as p10',
      ),
      knex.raw(
        'sum(r.coverage * r.subjects) / nullif(sum(case when r.coverage is null then 0 else r.subjects end), 0) as coverage',
      ),
      ...READINESS.map(word =>
        knex.raw(
          "sum(case when r.state = 'judged' and r.readiness = ? then 1 else 0 end) as ??",
          [word, word],
        ),
      ),
      ...SEVERITIES.flatMap(severity =>
        [`open_${severity}`, `exempted_${severity}`].map(column =>
          knex.raw('coalesce(sum(??), 0) as ??', [`r.${column}`, column]),
        ),
      ),
    );
}

/** Findings of a row by severity. */
export function severityCounts(
  row: Readonly<Record<`${'open' | 'exempted'}_${Severity}`, number | string>>,
  prefix: 'open' | 'exempted',
): SeverityCounts {
  return {
    critical: Number(row[`${prefix}_critical`]),
    high: Number(row[`${prefix}_high`]),
    medium: Number(row[`${prefix}_medium`]),
    low: Number(row[`${prefix}_low`]),
    info: Number(row[`${prefix}_info`]),
  };
}
