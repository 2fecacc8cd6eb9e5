import { DataTable } from '../model/dataTables';
import { DAY } from '../read/dates';

/** Days after which verdicts by a table say that it is old. */
const OLD_AFTER = 120;
/** Days after which a table cannot let anything pass. */
const TOO_OLD_AFTER = 240;

/**
 * How far a table can be trusted at a time: `old` ones are named in the verdict, by one that is `tooOld` nothing passes.
 * What the table shows to be over stays over at any age.
 */
export type Freshness = 'fresh' | 'old' | 'tooOld';

/** How far a table can be trusted now (epoch milliseconds). */
export function freshnessOf(
  { asOf }: Pick<DataTable<unknown>, 'asOf'>,
  now: number,
): Freshness {
  const age = (now - Date.parse(asOf)) / DAY;
  if (age > TOO_OLD_AFTER) return 'tooOld';
  return age > OLD_AFTER ? 'old' : 'fresh';
}
