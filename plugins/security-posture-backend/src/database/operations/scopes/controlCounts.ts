import { Knex } from 'knex';
import { FailingControl } from '../../RollupStore';
import { ControlSums } from '../../ScopeReader';
import { judgedEntities } from '../evidenceSql';
import { pagesBy } from '../pagesBy';
import { ControlPlaces } from './ControlPlaces';
import { ControlTable } from './ControlTable';
import { ScopeSight } from './scopeRows';

interface JudgedRow {
  readonly entity_ref: string;
  /** JSON. */
  readonly failing: string;
  readonly passing: string;
  /** When any cluster that it may run in was last swept. */
  readonly newest: number | string | null;
}

/** Counts entities by scope and control, read from what their roll-ups say of each: no finding is looked at. */
export async function countControls(
  knex: Knex,
  sight: ScopeSight,
  controls: ReadonlySet<string>,
): Promise<ControlSums> {
  const places = new ControlPlaces(controls);
  const everybody = new ControlTable(places);
  const byScope = new Map<string, ControlTable>();
  const limit = sight.terms.now - sight.terms.thresholds.freshness;
  for await (const rows of judgedRows(knex, sight)) {
    const scopes = await scopesOf(knex, sight, rows);
    for (const row of rows) {
      const above = scopes.get(row.entity_ref);
      if (!above) continue;
      const counted = placesOf(row, limit, places);
      everybody.add(counted);
      for (const ref of above) {
        const table = byScope.get(ref) ?? new ControlTable(places);
        byScope.set(ref, table);
        table.add(counted);
      }
    }
  }
  return { everybody, byScope };
}

function judgedRows(
  knex: Knex,
  { terms, visibility }: ScopeSight,
): AsyncGenerator<readonly JudgedRow[]> {
  const judged = () =>
    judgedEntities(knex, terms, visibility)
      .where('p.state', 'judged')
      .select('e.entity_ref', 'p.failing', 'p.passing', 'fresh.newest');
  return pagesBy<JudgedRow>(judged, 'e.entity_ref');
}

/** The scopes of a type above each of these entities. */
async function scopesOf(
  knex: Knex,
  { type }: ScopeSight,
  rows: readonly JudgedRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links: { entity_ref: string; scope_ref: string }[] = await knex({
    es: 'entity_scopes',
  })
    .join({ s: 'scopes' }, 's.ref', 'es.scope_ref')
    .where('s.type', type)
    .whereIn(
      'es.entity_ref',
      rows.map(row => row.entity_ref),
    )
    .select('es.entity_ref', 'es.scope_ref');
  const scopes = new Map<string, string[]>();
  for (const { entity_ref, scope_ref } of links) {
    const above = scopes.get(entity_ref);
    if (above) above.push(scope_ref);
    else scopes.set(entity_ref, [scope_ref]);
  }
  return scopes;
}

/** Where an entity is to be counted. What was swept before `limit`, in epoch milliseconds, is stale. */
function placesOf(
  row: JudgedRow,
  limit: number,
  places: ControlPlaces,
): readonly number[] {
  const stale = row.newest === null || Number(row.newest) < limit;
  const counted: (number | undefined)[] = [];
  const failing: Record<string, FailingControl> = JSON.parse(row.failing);
  for (const [control, { open, exempted }] of Object.entries(failing))
    if (open > 0) {
      counted.push(places.of(control, 'failing'));
      if (stale) counted.push(places.of(control, 'stale'));
    } else if (exempted > 0) counted.push(places.of(control, 'exempted'));
  for (const control of JSON.parse(row.passing) as readonly string[])
    counted.push(places.of(control, 'passing'));
  return counted.filter(place => place !== undefined);
}
