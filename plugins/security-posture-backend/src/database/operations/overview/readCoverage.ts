import { Knex } from 'knex';
import { PostureState } from 'backstage-plugin-security-posture-common';
import { CoverageNumbers } from '../../CoverageReader';
import { isPartial } from '../entityPostures';
import { joinFreshness, ReadinessTerms } from '../readinessSql';
import { CLUSTER_SCOPE, ENTITY_SCOPE } from '../saveParts';
import { visibleWorkloads } from '../visible';
import { Visibility, whereVisible } from '../visibleRefs';

type Sums = Readonly<Record<string, number | string | null>>;

const STATES: readonly PostureState[] = [
  'judged',
  'notMapped',
  'noWorkloads',
  'neverScanned',
  'needsUserCredentials',
  'unreachable',
  'noClusters',
];

/** How much of what there is was looked at, over what a caller may see. */
export async function readCoverage(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<CoverageNumbers> {
  const partial = await isPartial(knex, visibility);
  return {
    workloads: partial
      ? await seenWorkloads(knex, terms, visibility)
      : await allWorkloads(knex, terms),
    entities: await countEntities(knex, terms, visibility),
    partial,
  };
}

async function countEntities(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<CoverageNumbers['entities']> {
  const countWhere = (condition: string) =>
    knex.raw(`sum(case when ${condition} then 1 else 0 end)`);
  const sums: Sums = await knex({ e: 'entities' })
    .join({ p: 'postures' }, join =>
      join
        .on('p.scope_ref', 'e.entity_ref')
        .andOnVal('p.scope_type', ENTITY_SCOPE),
    )
    .modify(joinFreshness, knex, terms)
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility)
    .count({ total: '*' })
    .select({
      expected: countWhere('e.annotated'),
      met: countWhere("e.annotated and p.state = 'judged'"),
      stale: countWhere("p.state = 'judged' and fresh.stale > 0"),
      ...Object.fromEntries(
        STATES.map(state => [state, countWhere(`p.state = '${state}'`)]),
      ),
    })
    .first();
  const number = (column: string) => Number(sums[column] ?? 0);
  return {
    total: number('total'),
    expected: number('expected'),
    expectedWithWorkloads: number('met'),
    states: Object.fromEntries(
      STATES.map(state => [state, number(state)]),
    ) as Record<PostureState, number>,
    stale: number('stale'),
  };
}

/** From the postures of clusters, which know how many workloads they have. */
async function allWorkloads(
  knex: Knex,
  { now, thresholds }: ReadinessTerms,
): Promise<CoverageNumbers['workloads']> {
  const sums: Sums | undefined = await knex({ p: 'postures' })
    .join({ c: 'clusters' }, 'c.name', 'p.scope_ref')
    .where('p.scope_type', CLUSTER_SCOPE)
    .whereNull('c.gone_at')
    .sum({ known: 'p.subjects', owned: 'p.owned' })
    .select({
      swept: knex.raw(
        'sum(case when c.last_success_at >= ? then p.subjects else 0 end)',
        [now - thresholds.freshness],
      ),
    })
    .first();
  return toWorkloads(sums);
}

/** Of a caller who sees less than all only what belongs to what is seen: the rest would tell how much is hidden. */
async function seenWorkloads(
  knex: Knex,
  { now, thresholds }: ReadinessTerms,
  visibility: Visibility,
): Promise<CoverageNumbers['workloads']> {
  const seen = visibleWorkloads(knex)
    .join({ l: 'entity_subjects' }, 'l.subject_id', 's.id')
    .join({ e: 'entities' }, 'e.entity_ref', 'l.entity_ref')
    .whereNull('l.valid_to')
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility)
    .distinct('s.id', 'c.last_success_at');
  const sums: Sums | undefined = await knex
    .from(seen.as('w'))
    .count({ known: '*', owned: '*' })
    .select({
      swept: knex.raw(
        'sum(case when w.last_success_at >= ? then 1 else 0 end)',
        [now - thresholds.freshness],
      ),
    })
    .first();
  return toWorkloads(sums);
}

function toWorkloads(sums: Sums | undefined): CoverageNumbers['workloads'] {
  return {
    swept: Number(sums?.swept ?? 0),
    known: Number(sums?.known ?? 0),
    owned: Number(sums?.owned ?? 0),
  };
}
