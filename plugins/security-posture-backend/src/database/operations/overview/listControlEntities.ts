import { Knex } from 'knex';
import { FailingEntity } from 'backstage-plugin-security-posture-common';
import { ControlEntities, ControlEntitiesQuery } from '../../CoverageReader';
import { EntityTableRow } from '../../tables';
import { entityPostures, isPartial } from '../entityPostures';
import { failingSql } from '../failingSql';
import { byCodeUnit } from '../texts';

type FailingRow = Pick<
  EntityTableRow,
  'entity_ref' | 'title' | 'owner' | 'system'
> & {
  readonly readiness: FailingEntity['readiness'];
  readonly open: number;
  readonly exempted: number;
};

/** A page of the entities on which a control fails, most subjects first. Read from the roll-ups: no finding is looked at. */
export async function listControlEntities(
  knex: Knex,
  query: ControlEntitiesQuery,
): Promise<ControlEntities> {
  const failing = () => knex.from(failingEntities(knex, query).as('f'));
  const [sums] = await failing()
    .count({ total: '*' })
    .sum({ subjects: 'f.open', exempted: 'f.exempted' });
  const rows: FailingRow[] = await failing()
    .orderBy([
      { column: 'f.open', order: 'desc' },
      { column: 'f.exempted', order: 'desc' },
    ])
    .orderByRaw(byCodeUnit(knex, knex.raw('f.entity_ref')))
    .offset(query.offset)
    .limit(query.limit);
  return {
    items: rows.map(toFailingEntity),
    total: Number(sums.total),
    subjects: Number(sums.subjects ?? 0),
    exempted: Number(sums.exempted ?? 0),
    partial: await isPartial(knex, query.visibility),
  };
}

function failingEntities(
  knex: Knex,
  query: ControlEntitiesQuery,
): Knex.QueryBuilder {
  const { control } = query;
  return knex
    .from(entityPostures(knex, query.visibility, query).as('l'))
    .where('l.failing', 'like', `%"${control}"%`)
    .select('l.entity_ref', 'l.title', 'l.owner', 'l.system', 'l.readiness')
    .select({
      open: failingSql(knex, control, 'open'),
      exempted: failingSql(knex, control, 'exempted'),
    });
}

function toFailingEntity(row: FailingRow): FailingEntity {
  const optional = (['title', 'owner', 'system'] as const).filter(
    column => row[column] !== null,
  );
  return {
    entityRef: row.entity_ref,
    ...Object.fromEntries(optional.map(column => [column, row[column]])),
    readiness: row.readiness,
    subjects: row.open,
    exempted: row.exempted,
  };
}
