import { InputError } from '@backstage/errors';

/** Levels of lists and maps in one object; Kubernetes' own kinds have under twenty. */
const MOST_DEPTH = 100;

/** Values in one object: far more than any object has that Kubernetes would store. */
const MOST_VALUES = 50_000;

const PROTOTYPE_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/** What templates of Helm and its kin leave where nobody has rendered them. */
const TEMPLATE = /\{\{|\{%/;

/** Fields that are never templates in an object that was rendered. */
const RENDERED_FIELDS: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'name',
  'namespace',
  'image',
]);

/**
 * Refuses what no Kubernetes object holds: deep nesting, masses of values, keys of a prototype, templates in names.
 * `place` names the object in the message. Without recursion, for it may be nested deeper than the stack.
 */
export function checkValues(json: unknown, place: string): void {
  const left = [{ value: json, depth: 1 }];
  let values = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next;
    values += 1;
    if (values > MOST_VALUES)
      throw new InputError(
        `${place} holds more than ${MOST_VALUES} values, which is more than is judged of one object: leave it out`,
      );
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MOST_DEPTH)
      throw new InputError(
        `${place} is nested deeper than ${MOST_DEPTH} levels: no Kubernetes object is`,
      );
    for (const [key, inner] of Object.entries(value)) {
      checkEntry(key, inner, place);
      left.push({ value: inner, depth: depth + 1 });
    }
  }
}

function checkEntry(key: string, value: unknown, place: string): void {
  if (PROTOTYPE_KEYS.has(key))
    throw new InputError(`${place} has the key ${key}: take it out`);
  if (
    RENDERED_FIELDS.has(key) &&
    typeof value === 'string' &&
    TEMPLATE.test(value)
  )
    throw new InputError(
      `${place} is a template, for its ${key} holds {{ or {%: render it (helm template) and send the result`,
    );
}
