import { freshnessOf } from '../data/freshness';
import { DataTable } from '../model/dataTables';
import { Judgement } from '../model/finding';
import { notEvaluated } from './judgements';

/**
 * A judgement by a table, as far as the age of the table allows it: an old one is named in the note,
 * and nothing passes by one that is too old. What fails by it still does, for a date that is over stays over.
 */
export function judgedByTable(
  judgement: Judgement,
  table: DataTable<unknown>,
  now: number,
): Judgement {
  const freshness = freshnessOf(table, now);
  if (freshness === 'fresh') return judgement;
  const age = `judged by facts of ${table.asOf}`;
  if (freshness === 'tooOld' && judgement.outcome === 'pass')
    return notEvaluated('staleData', age);
  return {
    ...judgement,
    note: judgement.note ? `${judgement.note}; ${age}` : age,
  };
}
