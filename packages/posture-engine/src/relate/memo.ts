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

/** As `memoByList`, for what is derived from several lists. */
export function memoByLists<Lists extends readonly object[], Derived>(
  derive: (...lists: Lists) => Derived,
): (...lists: Lists) => Derived {
  const known: Remembered<Derived> = { next: new WeakMap() };
  return (...lists) => {
    let here = known;
    for (const list of lists) {
      const next = here.next.get(list) ?? { next: new WeakMap() };
      here.next.set(list, next);
      here = next;
    }
    here.derived ??= { value: derive(...lists) };
    return here.derived.value;
  };
}

interface Remembered<Derived> {
  readonly next: WeakMap<object, Remembered<Derived>>;
  derived?: { readonly value: Derived };
}
