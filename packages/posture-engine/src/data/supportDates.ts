import { DataTable, SupportCycle, SupportedProduct } from '../model/dataTables';
import { DAY } from '../read/dates';

/** Days before the end of support in which a verdict speaks of it. */
const ENDING_WITHIN = 60;

/** How a line of releases stands at a time. */
export type SupportState =
  /** Supported for longer. */
  | 'supported'
  /** Supported, for at most 60 days more. */
  | 'ending'
  /** Supported only by the extended support of the product. */
  | 'extended'
  | 'ended';

/** Support of one line of releases of one product. */
export interface Support {
  readonly product: SupportedProduct;
  readonly cycle: SupportCycle;
  readonly state: SupportState;
  /** The last day that counts for the state; undefined where the table has no day. */
  readonly ends: string | undefined;
}

const known = new WeakMap<
  DataTable<SupportedProduct>,
  ReadonlyMap<string, SupportedProduct>
>();

/** A product of the table, or undefined. */
export function productOf(
  table: DataTable<SupportedProduct>,
  product: string,
): SupportedProduct | undefined {
  let products = known.get(table);
  if (!products) {
    products = new Map(table.rows.map(row => [row.product, row]));
    known.set(table, products);
  }
  return products.get(product);
}

/** How long a line of a product is supported, seen at a time; undefined where the table does not have it. */
export function supportOf(
  table: DataTable<SupportedProduct>,
  product: string,
  cycle: string,
  now: number,
): Support | undefined {
  const row = productOf(table, product);
  const found = row?.cycles.find(one => one.cycle === cycle);
  return row && found && { product: row, cycle: found, ...stateOf(found, now) };
}

function stateOf(
  { ends, extendedEnds }: SupportCycle,
  now: number,
): Pick<Support, 'state' | 'ends'> {
  if (ends === false) return { state: 'supported', ends: undefined };
  if (ends !== true && !isOver(ends, now)) {
    return {
      state: isOver(ends, now + ENDING_WITHIN * DAY) ? 'ending' : 'supported',
      ends,
    };
  }
  if (extendedEnds && !isOver(extendedEnds, now))
    return { state: 'extended', ends: extendedEnds };
  return {
    state: 'ended',
    ends: extendedEnds ?? (ends === true ? undefined : ends),
  };
}

/** The day itself still counts. */
function isOver(day: string, now: number): boolean {
  return now >= Date.parse(day) + DAY;
}
