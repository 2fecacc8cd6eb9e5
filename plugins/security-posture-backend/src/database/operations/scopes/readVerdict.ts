import { Knex } from 'knex';
import { VerdictSum } from '../../ScopeReader';
import { entityPostures } from '../entityPostures';
import { Visibility, whereVisible } from '../visibleRefs';
import { oldestCriticals } from './oldestCriticals';
import { ScopeSight } from './scopeRows';
import { membersOfScopes } from './memberPostures';
import { whereKnown, whereNearest } from './whereNearest';

/** Scopes that are named. */
const NAMED = 3;

/** Scopes among which those are looked for, the ones with the most critical findings. */
const LOOKED_AT = 200;

interface OwnRow {
  readonly member_of: string;
  readonly critical: number | string;
}

/** What is to be said first of all scopes of a type: how many have a critical finding open, and which the longest. */
export async function readVerdict(
  knex: Knex,
  sight: ScopeSight,
): Promise<VerdictSum> {
  const { type, terms, visibility } = sight;
  const own: OwnRow[] = await knex
    .from(
      membersOfScopes(knex, terms, visibility)
        .where('s.type', type)
        .modify(whereNearest, type)
        .modify(whereKnown, visibility)
        .as('m'),
    )
    .groupBy('m.member_of')
    .select('m.member_of')
    .sum({ critical: 'm.open_critical' })
    .orderBy([{ column: 'critical', order: 'desc' }, 'm.member_of']);
  const withCritical = own.filter(({ critical }) => Number(critical) > 0);
  return {
    scopes: own.length,
    withCritical: withCritical.length,
    ...(await countMembers(knex, sight)),
    oldest: await oldestOf(
      knex,
      withCritical.slice(0, LOOKED_AT).map(({ member_of }) => member_of),
      sight,
    ),
  };
}

/** Each entity once, in however many scopes it is. */
async function countMembers(
  knex: Knex,
  { type, terms, visibility }: ScopeSight,
): Promise<Pick<VerdictSum, 'entities' | 'judged' | 'critical'>> {
  const sums = await knex
    .from(entityPostures(knex, visibility, terms).as('l'))
    .whereIn('l.entity_ref', entitiesIn(knex, type))
    .count({ entities: '*' })
    .sum({ critical: 'l.open_critical' })
    .select({
      judged: knex.raw("sum(case when l.state = 'judged' then 1 else 0 end)"),
    })
    .first();
  return {
    entities: Number(sums?.entities ?? 0),
    judged: Number(sums?.judged ?? 0),
    critical: Number(sums?.critical ?? 0),
  };
}

/** Refs of the entities in any scope of a type. */
function entitiesIn(knex: Knex, type: ScopeSight['type']): Knex.QueryBuilder {
  return knex({ es: 'entity_scopes' })
    .join({ s: 'scopes' }, 's.ref', 'es.scope_ref')
    .where('s.type', type)
    .select('es.entity_ref');
}

async function oldestOf(
  knex: Knex,
  refs: readonly string[],
  { type, visibility }: ScopeSight,
): Promise<VerdictSum['oldest']> {
  const oldest = await oldestCriticals(knex, refs, visibility, {
    nearestOf: type,
  });
  const named = [...oldest]
    .sort(([, left], [, right]) => left.since - right.since)
    .slice(0, NAMED);
  const titles = await titlesOf(
    knex,
    named.map(([ref]) => ref),
    visibility,
  );
  return named.map(([ref, finding]) => {
    const title = titles.get(ref);
    return { ref, ...(title === undefined ? {} : { title }), ...finding };
  });
}

async function titlesOf(
  knex: Knex,
  refs: readonly string[],
  visibility: Visibility,
): Promise<ReadonlyMap<string, string>> {
  const rows: { ref: string; title: string }[] = await knex('scopes')
    .whereIn('ref', [...refs])
    .whereNotNull('title')
    .modify(whereVisible, 'ref', visibility)
    .select('ref', 'title');
  return new Map(rows.map(({ ref, title }) => [ref, title]));
}
