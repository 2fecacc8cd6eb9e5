import { Support, supportOf } from '../data/supportDates';
import { DataTable, SupportedProduct } from '../model/dataTables';

/** A line of releases that something runs: as much of its version as support goes by. */
export interface RunningLine {
  /** `1.33` of Kubernetes, `containerd 2.2`, `Amazon Linux 2023`. */
  readonly name: string;
  /** Product and line as the table of support dates names them; absent where it does not have them. */
  readonly product?: string;
  readonly cycle?: string;
}

/** Until when a line is supported, and how that is seen at a time. */
export type LineSupport = Pick<Support, 'state' | 'ends'>;

/** A line with its place in the table of support dates. */
export function lineOfSupport(
  name: string,
  support: Support | undefined,
): RunningLine {
  if (!support) return { name };
  const { product, cycle } = support;
  return { name, product: product.product, cycle: cycle.cycle };
}

/** Support of a line, seen at a time; undefined where the table does not have it. */
export function supportOfLine(
  { product, cycle }: RunningLine,
  table: DataTable<SupportedProduct>,
  now: number,
): LineSupport | undefined {
  if (product === undefined || cycle === undefined) return undefined;
  const found = supportOf(table, product, cycle, now);
  return found && { state: found.state, ends: found.ends };
}
