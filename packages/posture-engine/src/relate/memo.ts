/**
 * Remembers what a function derives from a list, for as long as the list lives.
 * Lists are the immutable ones of an inventory, so the list itself is the key.
 */
export function memoByList<Item, Derived>(
  derive: (items: readonly Item[]) => Derived,
): (items: readonly Item[]) => Derived {
  const known = new WeakMap<readonly Item[], Derived>();
  return items => {
    let derived = known.get(items);
    if (derived === undefined) {
      derived = derive(items);
      known.set(items, derived);
    }
    return derived;
  };
}
