import { NotFoundError } from '@backstage/errors';

/** The error of a name that is no configured cluster. */
export function unknownCluster(name: string): NotFoundError {
  return new NotFoundError(
    `The kubernetes plugin has no cluster ${name}. GET /v1/clusters lists them all`,
  );
}
