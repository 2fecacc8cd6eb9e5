import { OverviewTeam } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { EntityTableRow } from '../../tables';
import { ReadinessTerms } from '../readinessSql';
import { membersOfScopes } from '../scopes/memberPostures';
import { MemberSum, severityCounts, sumMembers } from '../scopes/sumMembers';
import { byCodeUnit } from '../texts';
import { Visibility, whereVisible } from '../visibleRefs';

type TeamRow = MemberSum & { readonly title: string | null };

/**
 * The groups with the least share of the entities that they own themselves ready, then with the most critical and high
 * findings; their number over all. A title is there only where the catalog shows the caller the group.
 */
export async function worstTeams(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
  /** What the caller may see beside the entities that are asked for. */
  shown: Visibility,
  count: number,
): Promise<{
  readonly total: number;
  readonly items: readonly OverviewTeam[];
}> {
  const teams = () => knex.from(owningTeams(knex, terms, visibility).as('t'));
  const [{ total }] = await teams().count({ total: '*' });
  const rows: TeamRow[] = await teams()
    .leftJoin(
      knex('scopes').modify(whereVisible, 'ref', shown).as('named'),
      'named.ref',
      't.member_of',
    )
    .orderByRaw(
      '1.0 * t.ready / t.total, t.open_critical desc, t.open_high desc',
    )
    .orderByRaw(byCodeUnit(knex, knex.raw('t.member_of')))
    .limit(count)
    .select('t.*', 'named.title');
  const titles = await titlesOf(
    knex,
    rows.flatMap(({ lowest_ref }) => lowest_ref ?? []),
  );
  return {
    total: Number(total),
    items: rows.map(row => toTeam(row, titles)),
  };
}

function owningTeams(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Knex.QueryBuilder {
  return sumMembers(
    knex,
    membersOfScopes(knex, terms, visibility)
      .where('s.type', 'group')
      .where('es.depth', 0),
  );
}

async function titlesOf(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await knex<EntityTableRow>('entities')
    .whereIn('entity_ref', [...entityRefs])
    .select('entity_ref', 'title');
  return new Map(rows.map(row => [row.entity_ref, row.title]));
}

function toTeam(
  row: TeamRow,
  titles: ReadonlyMap<string, string | null>,
): OverviewTeam {
  const { effective, lowest_ref } = row;
  return {
    ref: row.member_of,
    ...(row.title === null ? {} : { title: row.title }),
    entities: {
      total: Number(row.total),
      ready: Number(row.ready),
      notReady: Number(row.notReady),
      unknown: Number(row.unknown),
      noPosture: Number(row.noPosture),
    },
    ...(effective === null || lowest_ref === null
      ? {}
      : { lowest: lowestOf(lowest_ref, titles.get(lowest_ref), effective) }),
    open: severityCounts(row, 'open'),
  };
}

function lowestOf(
  entityRef: string,
  title: string | null | undefined,
  score: number,
): NonNullable<OverviewTeam['lowest']> {
  return { entityRef, ...(title ? { title } : {}), score };
}
