import { Knex } from 'knex';
import { ChangeRow } from '../tables';

/** What happens to clusters, libraries and profiles. Exemptions write changes of their own. */
export type ChangeOfScans =
  | 'libraryChanged'
  | 'profileChanged'
  | 'clusterUnreachable'
  | 'clusterAnswers'
  | 'clusterScannedInPart'
  | 'clusterScannedWhole'
  | 'clusterGone'
  | 'clusterReturned'
  | 'productionChanged';

/** The scope of a change that concerns every entity and every cluster. */
export const ALL_SCOPES = { scope_type: 'all', scope_ref: 'all' };

/** Something that happened. Times are epoch milliseconds. */
export interface NewChange {
  readonly at: number;
  readonly what: ChangeOfScans;
  /** Undefined where it concerns all of them. */
  readonly cluster?: string;
  /** What it is about. */
  readonly ref?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Writes down something that happened. Belongs into the transaction in which it happens. */
export async function saveChange(
  knex: Knex,
  { at, what, cluster, ref, from, to }: NewChange,
): Promise<void> {
  const scope =
    cluster === undefined
      ? ALL_SCOPES
      : { scope_type: 'cluster', scope_ref: cluster };
  await knex<ChangeRow>('changes').insert({
    ...scope,
    at,
    what,
    ref: ref ?? null,
    from: from ?? null,
    to: to ?? null,
  });
}
