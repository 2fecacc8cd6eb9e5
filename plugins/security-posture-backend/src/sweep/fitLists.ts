/** Lists under their names, in which what matters most comes first. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Lists as they are kept, and how many items of each are not. */
export interface FittedLists<Fitted extends Lists> {
  readonly kept: Fitted;
  /** Without the lists that are whole. */
  readonly leftOut: Partial<Record<keyof Fitted, number>>;
}

/** Shortens lists from their ends, the one that takes most room first, until their JSON fits. */
export function fitLists<Fitted extends Lists>(
  lists: Fitted,
  mostBytes: number,
): FittedLists<Fitted> {
  const measured = Object.entries(lists).map(([name, items]) => {
    const sizes = items.map(bytesOf);
    return { name, items, sizes, bytes: sum(sizes) };
  });
  let bytes = sum(measured.map(list => list.bytes));
  while (bytes > mostBytes) {
    const longest = measured.reduce((one, other) =>
      other.bytes > one.bytes ? other : one,
    );
    const dropped = longest.sizes.pop() ?? 0;
    longest.bytes -= dropped;
    bytes -= dropped;
    if (dropped === 0) break;
  }
  return {
    kept: Object.fromEntries(
      measured.map(({ name, items, sizes }) => [
        name,
        items.slice(0, sizes.length),
      ]),
    ) as unknown as Fitted,
    leftOut: Object.fromEntries(
      measured
        .filter(({ items, sizes }) => items.length > sizes.length)
        .map(({ name, items, sizes }) => [name, items.length - sizes.length]),
    ) as Partial<Record<keyof Fitted, number>>,
  };
}

/** Bytes of a value in a list of JSON, its comma included. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
