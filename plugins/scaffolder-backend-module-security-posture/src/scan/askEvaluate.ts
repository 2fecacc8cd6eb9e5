import {
  ConflictError,
  InputError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  EvaluateRequest,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { Manifest } from './readManifests';

type Credentials = Parameters<SecurityPostureService['as']>[0];

/** Has manifests judged as the user who runs the template. What the API says of an object is told of its file. */
export async function askEvaluate(
  posture: SecurityPostureService,
  manifests: readonly Manifest[],
  request: Omit<EvaluateRequest, 'manifests'>,
  credentials: Credentials,
): Promise<EvaluateResponse> {
  const objects = `[${manifests.map(({ json }) => json).join()}]`;
  try {
    return await posture
      .as(credentials)
      .evaluate({ ...request, manifests: objects });
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const words = error.body.error.message;
    switch (error.statusCode) {
      case 400:
        throw new InputError(withPlaces(words, manifests));
      case 404:
        throw new NotFoundError(words);
      case 413:
        throw new ConflictError(`${words}. Scan fewer manifests at once`);
      case 503:
        throw new ServiceUnavailableError(words);
      default:
        throw error;
    }
  }
}

/** `object 2 of manifests` as the place that it was read from. */
function withPlaces(words: string, manifests: readonly Manifest[]): string {
  return words
    .replace(' of manifests', '')
    .replace(
      /\bobject (\d+)/g,
      (named, index) => manifests[Number(index) - 1]?.place ?? named,
    );
}
