import { Knex } from 'knex';
import {
  ExemptionsChoice,
  ExemptionsSearch,
  ExemptionVisibility,
} from '../../ExemptionStore';
import { coveredFails } from '../coveredFails';
import { whereVisible } from '../visibleRefs';
import { OPEN_STATES } from './countCovered';

/** Keeps the exemptions `x`, joined with their subjects `s`, that a caller may see and that are meant. */
export function whereChosen(
  query: Knex.QueryBuilder,
  { visible, entityRef, control, search }: ExemptionsChoice,
): void {
  query.modify(whereSeen, visible);
  if (entityRef) query.where('x.entity_ref', entityRef);
  if (control) query.where('x.control_id', control);
  if (search) query.modify(whereNamed, search);
}

/** Keeps the exemptions `x` that wait or are in force and cover no finding now, or where `wanted` is false those that do. */
export function whereCoversNothing(
  query: Knex.QueryBuilder,
  knex: Knex,
  wanted: boolean,
): void {
  const covering = coveredFails(knex, open =>
    open.whereIn('x.state', [...OPEN_STATES]),
  ).select('v.exemption_id');
  query.whereIn('x.state', [...OPEN_STATES]);
  if (wanted) query.whereNotIn('x.id', covering);
  else query.whereIn('x.id', covering);
}

function whereSeen(
  query: Knex.QueryBuilder,
  { entities, cluster }: ExemptionVisibility,
): void {
  query.andWhere(seen => {
    seen.where(owned =>
      owned
        .whereNotNull('x.entity_ref')
        .modify(whereVisible, 'x.entity_ref', entities),
    );
    if (cluster) seen.orWhereNull('x.entity_ref');
  });
}

const NAMES = ['x.entity_ref', 'x.control_id', 'x.requested_by', 's.name'];

function whereNamed(
  query: Knex.QueryBuilder,
  { text, controls }: ExemptionsSearch,
): void {
  const part = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  query.andWhere(named => {
    named.whereIn('x.control_id', [...controls]);
    for (const name of NAMES)
      named.orWhereRaw("lower(??) like ? escape '\\'", [name, part]);
  });
}
