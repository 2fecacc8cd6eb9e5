import { InputError } from '@backstage/errors';
import { Request } from 'express';

/** A query parameter that was sent once. The document has validated it before. */
export function textParameter(
  request: Request,
  name: string,
): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' ? value : undefined;
}

/** A query parameter that is a whole number. Throws an InputError on one beyond all bounds, which the document lets pass: 1e309. */
export function numberParameter(
  request: Request,
  name: string,
): number | undefined {
  const value: unknown = request.query[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new InputError(`${name} must be a whole number`);
  return number;
}

/** A query parameter that is true or false. */
export function flagParameter(
  request: Request,
  name: string,
): boolean | undefined {
  const value: unknown = request.query[name];
  return value === undefined ? undefined : String(value) === 'true';
}

/** The items of a query parameter that is a list. The document allows no others than those of `T`. */
export function listParameter<T extends string>(
  request: Request,
  name: string,
): readonly T[] | undefined {
  const value = request.query[name];
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : String(value).split(',')) as T[];
}
