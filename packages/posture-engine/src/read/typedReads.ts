import { MalformedInput, typeInWords } from './malformedInput';

/** A JSON object whose values are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const NOTHING: JsonObject = Object.freeze({});
const NO_ITEMS: readonly unknown[] = Object.freeze([]);

function refuse(
  path: string,
  key: string,
  expected: string,
  value: unknown,
): never {
  throw new MalformedInput(
    path ? `${path}.${key}` : key,
    expected,
    typeInWords(value),
  );
}

/** True for a JSON object, false for null, lists and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A boolean, or undefined where the key is absent or null. Throws MalformedInput on any other type. */
export function booleanAt(
  object: JsonObject,
  key: string,
  path: string,
): boolean | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'boolean'
    ? value
    : refuse(path, key, 'a boolean', value);
}

/** A number, or undefined. Throws MalformedInput on any other type. */
export function numberAt(
  object: JsonObject,
  key: string,
  path: string,
): number | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number'
    ? value
    : refuse(path, key, 'a number', value);
}

/** A string, or undefined. Throws MalformedInput on any other type. */
export function stringAt(
  object: JsonObject,
  key: string,
  path: string,
): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string'
    ? value
    : refuse(path, key, 'a string', value);
}

/** An object, or undefined where absent or null. Throws MalformedInput on any other type. */
export function objectAt(
  object: JsonObject,
  key: string,
  path: string,
): JsonObject | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  return isJsonObject(value) ? value : refuse(path, key, 'an object', value);
}

/** As `objectAt`, with an empty object for an absent one. */
export function objectOrEmpty(
  object: JsonObject,
  key: string,
  path: string,
): JsonObject {
  return objectAt(object, key, path) ?? NOTHING;
}

/** A list, empty where absent or null. Throws MalformedInput on any other type. */
export function listAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly unknown[] {
  const value = object[key];
  if (value === undefined || value === null) return NO_ITEMS;
  return Array.isArray(value) ? value : refuse(path, key, 'a list', value);
}

/** A list of objects, empty where absent. Throws MalformedInput for an item that is no object. */
export function objectsAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly JsonObject[] {
  const items = listAt(object, key, path);
  items.forEach((item, index) => {
    if (!isJsonObject(item))
      refuse(path, `${key}[${index}]`, 'an object', item);
  });
  return items as readonly JsonObject[];
}

/** A list of strings, empty where absent. Throws MalformedInput for an item that is no string. */
export function stringsAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly string[] {
  const items = listAt(object, key, path);
  items.forEach((item, index) => {
    if (typeof item !== 'string')
      refuse(path, `${key}[${index}]`, 'a string', item);
  });
  return items as readonly string[];
}

/** A list of numbers, empty where absent. Throws MalformedInput for an item that is no number. */
export function numbersAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly number[] {
  const items = listAt(object, key, path);
  items.forEach((item, index) => {
    if (typeof item !== 'number')
      refuse(path, `${key}[${index}]`, 'a number', item);
  });
  return items as readonly number[];
}

/** A map of strings, empty where absent; entries that are null are left out. Throws MalformedInput on other values. */
export function stringMapAt(
  object: JsonObject,
  key: string,
  path: string,
): Readonly<Record<string, string>> {
  const map = objectOrEmpty(object, key, path);
  for (const name of Object.keys(map)) {
    const value = map[name];
    if (typeof value !== 'string' && value !== null) {
      refuse(path ? `${path}.${key}` : key, name, 'a string', value);
    }
  }
  return map as Readonly<Record<string, string>>;
}
