import { Knex } from 'knex';
import {
  ExploredFinding,
  ExplorerOrder,
  ExplorerPosition,
  ExplorerQuery,
} from '../../FindingsExplorer';
import { SEVERITY_ORDER, toFindingRecord } from '../findingRows';
import { findingsByIds } from '../history/findingsAt';
import { whereFindingOpen } from '../visible';
import { exemptedIds } from './exemptedIds';
import { ownersOf } from './ownersOf';
import { whereExplored, whereShown } from './whereExplored';

/** What findings are ordered by, before their ids. */
const ORDERS: Readonly<
  Record<
    ExplorerOrder,
    { readonly by: string; readonly direction: 'asc' | 'desc' }
  >
> = {
  severity: { by: SEVERITY_ORDER, direction: 'asc' },
  newest: { by: 'f.open_since', direction: 'desc' },
  oldest: { by: 'f.open_since', direction: 'asc' },
  control: { by: 'f.control_id', direction: 'asc' },
};

/** A page of open findings. It begins behind a finding, not at a number, so that the last page costs as much as the first. */
export async function exploreFindings(
  knex: Knex,
  query: ExplorerQuery,
): Promise<{
  readonly items: readonly ExploredFinding[];
  readonly total: number;
  readonly next?: ExplorerPosition;
}> {
  const [{ total }] = await matching(knex, query).count({ total: '*' });
  const { by, direction } = ORDERS[query.order];
  const places: { id: number; value: number | string }[] = await matching(
    knex,
    query,
  )
    .modify(whereBehind, query)
    .orderByRaw(`${by} ${direction}`)
    .orderBy('f.id', direction)
    .limit(query.limit + 1)
    .select('f.id', knex.raw(`${by} as value`));
  const page = places.slice(0, query.limit);
  const last = page[page.length - 1];
  return {
    items: await readPage(
      knex,
      query,
      page.map(({ id }) => id),
    ),
    total: Number(total),
    ...(places.length > page.length
      ? { next: { id: last.id, value: placeValue(last.value, query.order) } }
      : {}),
  };
}

/** PostgreSQL gives times as texts. */
function placeValue(
  value: number | string,
  order: ExplorerOrder,
): number | string {
  return order === 'control' ? value : Number(value);
}

/** What is open is on a subject that is there, so that the large table of subjects is joined for filters on them only. */
function matching(knex: Knex, query: ExplorerQuery): Knex.QueryBuilder {
  const { namespaces, search } = query.filter;
  const open = knex({ f: 'findings' })
    .join({ c: 'clusters' }, 'c.name', 'f.cluster')
    .whereNull('c.gone_at')
    .modify(whereFindingOpen);
  if (namespaces || search)
    open.join({ s: 'subjects' }, 's.id', 'f.subject_id');
  return open
    .modify(whereShown, query)
    .modify(whereExplored, knex, query, exemptedIds(knex, query));
}

function whereBehind(
  builder: Knex.QueryBuilder,
  { order, after }: ExplorerQuery,
): void {
  if (!after) return;
  const { by, direction } = ORDERS[order];
  const sign = direction === 'asc' ? '>' : '<';
  builder.whereRaw(`(${by} ${sign} ? or (${by} = ? and f.id ${sign} ?))`, [
    after.value,
    after.value,
    after.id,
  ]);
}

async function readPage(
  knex: Knex,
  query: ExplorerQuery,
  ids: readonly number[],
): Promise<readonly ExploredFinding[]> {
  if (ids.length === 0) return [];
  const rows = await findingsByIds(knex, ids);
  const owners = await ownersOf(
    knex,
    query,
    rows.map(row => row.subject_id),
  );
  const exempted = new Set(
    (await exemptedIds(knex, query).whereIn('v.finding_id', [...ids])).map(
      ({ finding_id }: { finding_id: number }) => finding_id,
    ),
  );
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.map(id => {
    const row = byId.get(id)!;
    return {
      ...toFindingRecord(row),
      entityRefs: owners.get(row.subject_id) ?? [],
      exempted: exempted.has(id),
    };
  });
}
