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

/** Remembers what a function derives from an object, for as long as the object lives. */
export function memoByObject<Key extends object, Derived>(
  derive: (key: Key) => Derived,
): (key: Key) => Derived {
  const known = new WeakMap<Key, { readonly derived: Derived }>();
  return key => {
    let remembered = known.get(key);
    if (!remembered) {
      remembered = { derived: derive(key) };
      known.set(key, remembered);
    }
    return remembered.derived;
  };
}

/**
 * Remembers the latest answer for each object, as long as all else that was given is the same:
 * many controls ask the same of a workload, and so does each of its patches.
 */
export function memoLatest<
  Key extends object,
  Others extends readonly unknown[],
  Derived,
>(
  derive: (key: Key, ...others: Others) => Derived,
): (key: Key, ...others: Others) => Derived {
  const known = new WeakMap<Key, Latest<Others, Derived>>();
  return (key, ...others) => {
    const latest = known.get(key);
    if (latest?.others.every((other, index) => other === others[index]))
      return latest.derived;
    const derived = derive(key, ...others);
    known.set(key, { others, derived });
    return derived;
  };
}

interface Latest<Others, Derived> {
  readonly others: Others;
  readonly derived: Derived;
}

interface Remembered<Derived> {
  readonly next: WeakMap<object, Remembered<Derived>>;
  derived?: { readonly value: Derived };
}
