import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** A ref as the catalog compares them. Throws an InputError that names the parameter where the text is none. */
export function fullRef(
  parameter: string,
  text: string,
  defaultKind?: string,
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, defaultKind ? { defaultKind } : undefined),
    );
  } catch {
    throw new InputError(
      `${parameter} must be an entity ref, such as group:default/payments`,
    );
  }
}
