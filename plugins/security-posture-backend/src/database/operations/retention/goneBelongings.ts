import { Knex } from 'knex';
import { DeletedRowsOf } from './deleteInBatches';

/** Rows that belong to an entity or a cluster, and go with it. */
interface Belonging extends Pick<DeletedRowsOf, 'table' | 'key'> {
  /** Keeps the rows of those that `gone` selects. */
  readonly owned: (rows: Knex.QueryBuilder, gone: Knex.QueryBuilder) => void;
}

/** What can be gone, and what goes with it. */
export interface GoneOwner {
  readonly table: 'entities' | 'clusters';
  readonly name: 'entity_ref' | 'name';
  /** The column that names it in exemptions. */
  readonly exemptions: 'entity_ref' | 'cluster';
  readonly belongings: readonly Belonging[];
}

const LINK_KEY = ['entity_ref', 'subject_id', 'valid_from'];
const PART_KEY = ['scope_type', 'scope_ref', 'cluster', 'profile'];

/**
 * What goes with an entity. Its exemptions too, also those that are in force: nobody answers for them any more.
 * The audit log keeps what was decided.
 */
export const ENTITY_BELONGINGS: GoneOwner = {
  table: 'entities',
  name: 'entity_ref',
  exemptions: 'entity_ref',
  belongings: [
    of('entity_subjects', LINK_KEY, 'entity_ref'),
    of('posture_parts', PART_KEY, 'scope_ref', 'entity'),
    ...ofScope('entity'),
    of('entity_scopes', ['entity_ref', 'scope_ref'], 'entity_ref'),
    of('scan_requests', ['id', 'cluster'], 'entity_ref'),
  ],
};

/** What goes with a cluster: all that was found in it and said of it. */
export const CLUSTER_BELONGINGS: GoneOwner = {
  table: 'clusters',
  name: 'name',
  exemptions: 'cluster',
  belongings: [
    of('findings', ['id'], 'cluster'),
    {
      table: 'entity_subjects',
      key: LINK_KEY,
      owned: (rows, gone) =>
        rows.whereIn('subject_id', subjects =>
          subjects.from('subjects').whereIn('cluster', gone).select('id'),
        ),
    },
    {
      table: 'changes',
      key: ['id'],
      owned: (rows, gone) =>
        rows
          .where('scope_type', 'subject')
          .whereIn('scope_ref', subjects =>
            subjects.from('subjects').whereIn('cluster', gone).select('key'),
          ),
    },
    of('subjects', ['id'], 'cluster'),
    of('gaps', ['id'], 'cluster'),
    of('posture_parts', PART_KEY, 'cluster'),
    of('sweeps', ['id'], 'cluster'),
    of('scan_requests', ['id', 'cluster'], 'cluster'),
    of('imports', ['cluster', 'kind', 'node'], 'cluster'),
    of('cluster_resolves', ['cluster'], 'cluster'),
    of('attestations', ['id'], 'cluster'),
    ...ofScope('cluster'),
  ],
};

function of(
  table: string,
  key: readonly string[],
  column: string,
  scopeType?: string,
): Belonging {
  return {
    table,
    key,
    owned: (rows, gone) => {
      rows.whereIn(column, gone);
      if (scopeType) rows.andWhere('scope_type', scopeType);
    },
  };
}

function ofScope(type: 'entity' | 'cluster'): readonly Belonging[] {
  return [
    of('postures', ['scope_type', 'scope_ref'], 'scope_ref', type),
    of(
      'posture_days',
      ['scope_type', 'scope_ref', 'profile', 'day'],
      'scope_ref',
      type,
    ),
    of('changes', ['id'], 'scope_ref', type),
  ];
}
