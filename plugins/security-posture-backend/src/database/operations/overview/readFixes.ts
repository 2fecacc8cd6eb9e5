import { Knex } from 'knex';
import { EntityTableRow, PostureRow } from '../../tables';
import { judgedEntities } from '../evidenceSql';
import { ReadinessTerms, readinessSql } from '../readinessSql';
import { byCodeUnit } from '../texts';
import { Visibility } from '../visibleRefs';
import { FixPlan, PlannedFix } from './FixPlan';

/** Entities that are read at a time: others get their turn between. */
const ENTITIES_A_PAGE = 500;

type BlockedRow = Pick<EntityTableRow, 'entity_ref' | 'title' | 'owner'> &
  Pick<PostureRow, 'failing'> & { readonly mendable: number };

/** The fixes that make most entities ready, in the order in which to make them. Read from the roll-ups of those that are not ready. */
export async function readFixes(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
  count: number,
): Promise<readonly PlannedFix[]> {
  const plan = new FixPlan();
  for await (const rows of blockedEntities(knex, terms, visibility))
    for (const row of rows)
      plan.add({
        entityRef: row.entity_ref,
        ...(row.title === null ? {} : { title: row.title }),
        ...(row.owner === null ? {} : { owner: row.owner.toLowerCase() }),
        failing: JSON.parse(row.failing),
        mendable: Number(row.mendable) === 1,
      });
  return plan.first(count);
}

async function* blockedEntities(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): AsyncGenerator<readonly BlockedRow[]> {
  for (let last = ''; ; ) {
    const page: BlockedRow[] = await judgedEntities(knex, terms, visibility)
      .where('p.state', 'judged')
      .whereRaw('? = ?', [readinessSql(knex, terms), 'notReady'])
      .whereRaw('? > ?', [byCodeUnit(knex, knex.raw('e.entity_ref')), last])
      .orderByRaw(byCodeUnit(knex, knex.raw('e.entity_ref')))
      .limit(ENTITIES_A_PAGE)
      .select('e.entity_ref', 'e.title', 'e.owner', 'p.failing')
      .select({ mendable: mendableSql(knex, terms) });
    if (page.length) yield page;
    if (page.length < ENTITIES_A_PAGE) return;
    last = page[page.length - 1].entity_ref;
  }
}

/**
 * 1 where nothing but what blocks keeps a posture from being ready. Where an exemption is over that the roll-up has not
 * taken in yet, it is not known what blocks.
 */
function mendableSql(
  knex: Knex,
  { now, thresholds }: ReadinessTerms,
): Knex.Raw {
  return knex.raw(
    `case when coalesce(fresh.stale, 0) = 0 and p.counted_coverage > 0
       and p.counted_coverage >= ? and coalesce(p.exempted_until, ?) > ?
     then 1 else 0 end`,
    [thresholds.coverage, now + 1, now],
  );
}
