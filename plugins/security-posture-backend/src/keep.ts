import { isJsonObject, JsonObject } from 'security-posture-engine';

/** What is kept of a value: all of it, or these fields, of each item where it is a list. */
export type Kept = true | { readonly [field: string]: Kept };

/** These fields, whole. */
export function wholeFields(...names: readonly string[]): {
  readonly [field: string]: Kept;
} {
  return Object.fromEntries(names.map(name => [name, true]));
}

/** What is kept of a value; a field that it lacks stays absent, and what is neither object nor list is kept as it is. */
export function keep(value: unknown, kept: Kept): unknown {
  if (kept === true) return value;
  if (Array.isArray(value)) return value.map(item => keep(item, kept));
  return isJsonObject(value) ? keepFields(value, kept) : value;
}

function keepFields(object: JsonObject, kept: Exclude<Kept, true>): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([field]) => Object.hasOwn(kept, field))
      .map(([field, value]) => [field, keep(value, kept[field])]),
  );
}
