import { NotFoundError } from '@backstage/errors';

/** The error of a name that is no configured cluster. */
export function unknownCluster(name: string): NotFoundError {
  return new NotFoundError(
    `There is no cluster ${name} in the kubernetes plugin. GET /v1/clusters lists them all`,
  );
}
