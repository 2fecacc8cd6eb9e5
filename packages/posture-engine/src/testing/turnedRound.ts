/** The same objects with the keys of every object and the order of every list of containers turned round. */
export function turnedRound(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => turnedRound(item));
    return /[cC]ontainers$|^volumes$|^env$|^ports$/.test(key)
      ? items.reverse()
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, turnedRound(item, name)]),
  );
}
