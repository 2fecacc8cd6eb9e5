import { Knex } from 'knex';
import { SEVERITIES } from 'security-posture-engine';
import { OrganisationNumbers } from '../OrganisationReader';
import { PostureRow } from '../tables';
import { entityPostures, isPartial } from './entityPostures';
import { countOwnedSubjects } from './readEntities';
import { ReadinessTerms } from './readinessSql';
import { CLUSTER_SCOPE } from './saveParts';
import { Visibility } from './visibleRefs';

type Sums = Readonly<Record<string, number | string | null>>;

/** The numbers of all entities that a caller may see. */
export async function summarise(
  knex: Knex,
  visibility: Visibility,
  terms: ReadinessTerms,
): Promise<OrganisationNumbers> {
  const [sums, partial] = await Promise.all([
    knex
      .from(entityPostures(knex, visibility, terms))
      .modify(selectSums, knex)
      .first() as Promise<Sums>,
    isPartial(knex, visibility),
  ]);
  const number = (column: string) => Number(sums[column] ?? 0);
  const bySeverity = (prefix: string) =>
    Object.fromEntries(
      SEVERITIES.map(severity => [severity, number(`${prefix}_${severity}`)]),
    ) as OrganisationNumbers['open'];
  return {
    entities: {
      total: number('total'),
      ready: number('ready'),
      notReady: number('notReady'),
      unknown: number('unknown'),
      noPosture: number('noPosture'),
    },
    open: bySeverity('open'),
    exempted: bySeverity('exempted'),
    blocking: {
      critical: number('blocks_critical'),
      high: number('blocks_high'),
    },
    workloads: partial
      ? await ownedWorkloads(knex, visibility)
      : await sweptWorkloads(knex),
    partial,
  };
}

function selectSums(query: Knex.QueryBuilder, knex: Knex): void {
  const columns = [
    ...SEVERITIES.flatMap(severity => [
      `open_${severity}`,
      `exempted_${severity}`,
    ]),
    'blocks_critical',
    'blocks_high',
  ];
  query
    .count({ total: '*' })
    .sum(Object.fromEntries(columns.map(one => [one, `l.${one}`])));
  query.select({
    noPosture: knex.raw("sum(case when l.state <> 'judged' then 1 else 0 end)"),
  });
  for (const readiness of ['ready', 'notReady', 'unknown'])
    query.select({
      [readiness]: knex.raw(
        "sum(case when l.state = 'judged' and l.readiness = ? then 1 else 0 end)",
        [readiness],
      ),
    });
}

async function sweptWorkloads(
  knex: Knex,
): Promise<OrganisationNumbers['workloads']> {
  const sums = await knex<PostureRow>({ p: 'postures' })
    .join({ c: 'clusters' }, 'c.name', 'p.scope_ref')
    .where('p.scope_type', CLUSTER_SCOPE)
    .whereNull('c.gone_at')
    .sum({ swept: 'p.subjects', owned: 'p.owned' })
    .first();
  return { swept: Number(sums?.swept ?? 0), owned: Number(sums?.owned ?? 0) };
}

/** What a caller does not see is not counted: the rest would tell how much is hidden. */
async function ownedWorkloads(
  knex: Knex,
  visibility: Visibility,
): Promise<OrganisationNumbers['workloads']> {
  const owned = await countOwnedSubjects(knex, visibility);
  return { swept: owned, owned };
}
