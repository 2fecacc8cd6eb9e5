import { stringifyEntityRef } from '@backstage/catalog-model';
import { Request } from 'express';

/** The ref that the path of a request names, in lower case as the catalog compares refs. */
export function entityRefOf(request: Request): string {
  const { kind, namespace, name } = request.params;
  return stringifyEntityRef({ kind, namespace, name });
}
