/**
 * A value of the wrong type where a control looked.
 * Carries the place and the types, never the value.
 */
export class MalformedInput extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`${path} is ${actual}, expected ${expected}`);
    this.name = 'MalformedInput';
  }
}

/** The type of a JSON value in words: `a list`, `a string`. */
export function typeInWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
