import { Knex } from 'knex';
import {
  HierarchyFilter,
  HierarchyPage,
  PlacedScope,
  ScopesFilter,
} from '../../ScopeReader';
import { isPartial } from '../entityPostures';
import { ReadinessTerms } from '../readinessSql';
import { Visibility } from '../visibleRefs';
import { arrangeScopes } from './arrangeScopes';
import { oldestCriticals } from './oldestCriticals';
import {
  inOrder,
  listedScopes,
  ScopeSight,
  ScopeSumRow,
  selectSums,
  toScopeSum,
  whereFound,
} from './scopeRows';

/** The rows of all scopes of a type, with their places in the hierarchy; what a search finds stands side by side. */
export interface PlacedRows {
  readonly rows: ReadonlyMap<string, ScopeSumRow>;
  readonly places: readonly PlacedScope[];
}

/**
 * The scopes of a type along their hierarchy: all of them as long as these are not too many, else a page of those at the top,
 * or of those below some of them. There are as many rows as scopes, whatever the entities are.
 */
export async function readHierarchy(
  knex: Knex,
  filter: HierarchyFilter,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<HierarchyPage> {
  const sight = { type: filter.type, terms, visibility };
  const placed = await readPlaced(knex, sight, filter);
  const { items, whole, total } = pageOf(placed, filter);
  const oldest = await oldestCriticals(
    knex,
    items.map(({ ref }) => ref),
    visibility,
  );
  return {
    items: items.map(place => ({
      ...toScopeSum(placed.rows.get(place.ref)!, oldest.get(place.ref)),
      ...place,
    })),
    whole,
    total,
    partial: await isPartial(knex, visibility),
  };
}

/** All scopes of a type in order, along their hierarchy. */
export async function readPlaced(
  knex: Knex,
  sight: ScopeSight,
  filter: Pick<ScopesFilter, 'search' | 'order'>,
): Promise<PlacedRows> {
  const rows: ScopeSumRow[] = await listedScopes(knex, sight)
    .modify(whereFound, knex, filter)
    .modify(selectSums, knex, sight)
    .modify(inOrder, knex, filter.order);
  const links = rows.map(({ member_of, parent }) => ({
    ref: member_of,
    ...(parent === null ? {} : { parent }),
  }));
  return {
    rows: new Map(rows.map(row => [row.member_of, row])),
    places: filter.search
      ? links.map(({ ref }) => ({ ref, level: 0, below: 0 }))
      : arrangeScopes(links),
  };
}

function pageOf(
  { rows, places }: PlacedRows,
  filter: HierarchyFilter,
): Pick<HierarchyPage, 'whole' | 'total'> & {
  readonly items: readonly PlacedScope[];
} {
  const { parents, offset, limit } = filter;
  const page = (all: readonly PlacedScope[]) => ({
    items: all.slice(offset, offset + limit),
    whole: false,
    total: all.length,
  });
  if (parents)
    return page(
      places
        .filter(({ ref }) => parents.includes(rows.get(ref)!.parent ?? ''))
        .map(place => ({ ...place, level: 0 })),
    );
  if (places.length <= filter.whole)
    return { items: places, whole: true, total: places.length };
  return page(places.filter(({ level }) => level === 0));
}
