import { Violation } from '../model/finding';

/**
 * A place in a list, by the key of its item instead of its index: `volumes[logs].hostPath.path`.
 * It stays the same when the list is put in another order.
 */
export function keyedPlace(
  list: string,
  key: string | number | undefined,
  rest?: string,
): string {
  const item = `${list}[${key ?? ''}]`;
  return rest ? `${item}.${rest}` : item;
}

/** The key that a violation's field has for a list. Undefined where it is about another place, or the item has no key. */
export function keyIn(list: string, violation: Violation): string | undefined {
  const field = violation.field ?? '';
  if (!field.startsWith(`${list}[`)) return undefined;
  return field.slice(list.length + 1, field.lastIndexOf(']')) || undefined;
}
