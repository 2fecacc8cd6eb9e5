import { Knex } from 'knex';
import { ReadinessThresholds } from 'security-posture-engine';

/** What readiness is computed by when it is read. */
export interface ReadinessTerms {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds: ReadinessThresholds;
}

/** True for a cluster `c` that readiness counts. */
const COUNTING = `c.production or (c.state <> 'needsUserCredentials'
  and not exists (select 1 from clusters other where other.production and other.gone_at is null))`;

/**
 * Joins to the entity `e` the clusters that it may run in, as `fresh`: how many of those that its readiness counts had no
 * complete sweep within the freshness limit, and when the oldest and the newest last one of all of them was. As `entityReadiness` says,
 * where any cluster is production only such count, else those that do not admit users only.
 */
export function joinFreshness(
  query: Knex.QueryBuilder,
  knex: Knex,
  { now, thresholds }: ReadinessTerms,
): void {
  const limit = now - thresholds.freshness;
  const sets = knex({ cs: 'cluster_sets' })
    .join({ c: 'clusters' }, 'c.name', 'cs.cluster')
    .whereNull('c.gone_at')
    .groupBy('cs.id')
    .select('cs.id')
    .select(
      knex.raw(
        `sum(case when (${COUNTING}) and (c.last_success_at is null or c.last_success_at < ?)
                  then 1 else 0 end) as stale`,
        [limit],
      ),
    )
    .min({ oldest: 'c.last_success_at' })
    .max({ newest: 'c.last_success_at' });
  query.leftJoin(sets.as('fresh'), 'fresh.id', 'e.cluster_set');
}

/**
 * Readiness of the posture `p` of the entity `e`: ready | notReady | unknown (scoring.md). Needs `joinFreshness`.
 * An exemption that is over by now counts no more, whether or not the roll-up has taken that in.
 */
export function readinessSql(knex: Knex, terms: ReadinessTerms): Knex.Raw {
  return knex.raw(
    `case
      when ? + ? > 0 then 'notReady'
      when coalesce(p.counted_coverage, 0) = 0 or p.counted_coverage < ? then 'unknown'
      when coalesce(fresh.stale, 0) > 0 then 'unknown'
      else 'ready' end`,
    [
      blockingSql(knex, 'critical', terms),
      blockingSql(knex, 'high', terms),
      terms.thresholds.coverage,
    ],
  );
}

/** Open findings of a severity that readiness counts, of the posture `p`. */
export function blockingSql(
  knex: Knex,
  severity: 'critical' | 'high',
  { now }: Pick<ReadinessTerms, 'now'>,
): Knex.Raw {
  return knex.raw('case when p.exempted_until <= ? then ?? else ?? end', [
    now,
    `p.raw_blocking_${severity}`,
    `p.blocking_${severity}`,
  ]);
}
