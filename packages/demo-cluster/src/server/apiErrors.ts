import { ApiResource } from '../objects/ApiResource';
import {
  AccessAttributes,
  forbiddenMessage,
  forbiddenPathMessage,
} from './AccessRule';
import { ApiError } from './ApiError';

export const badRequest = (message: string) =>
  new ApiError(400, 'BadRequest', message);

export const unauthorized = () =>
  new ApiError(401, 'Unauthorized', 'Unauthorized');

export const unknownPath = () =>
  new ApiError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    { details: {} },
  );

export const objectNotFound = (resource: ApiResource, name: string) =>
  new ApiError(404, 'NotFound', `${qualified(resource)} "${name}" not found`, {
    details: {
      name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
    },
  });

export const methodNotAllowed = () =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    { details: {} },
  );

export const notAcceptable = (types: string) =>
  new ApiError(
    406,
    'NotAcceptable',
    `only the following media types are accepted: ${types}`,
  );

const expiredText =
  'The provided continue parameter is too old to display a consistent list result. ' +
  'You can start a new list without the continue parameter, or use the continue token in ' +
  'this response to retrieve the remainder of the results. Continuing with the provided ' +
  'token results in an inconsistent list - objects that were created, modified, or deleted ' +
  'between the time the first chunk was returned and now may show up in the list.';

export const continueExpired = (continueToken?: string) =>
  new ApiError(410, 'Expired', expiredText, { continueToken });

export const versionExpired = (asked: number, oldest: number) =>
  new ApiError(
    410,
    'Expired',
    `too old resource version: ${asked} (${oldest})`,
  );

export const versionTooLarge = (asked: number, current: number) =>
  new ApiError(
    504,
    'Timeout',
    `Too large resource version: ${asked}, current: ${current}`,
    { details: { retryAfterSeconds: 1 }, retryAfterSeconds: 1 },
  );

export const tooManyRequests = (retryAfterSeconds: number) =>
  new ApiError(
    429,
    'TooManyRequests',
    'Too many requests, please try again later.',
    { details: { retryAfterSeconds }, retryAfterSeconds },
  );

export const internalError = () =>
  new ApiError(
    500,
    'InternalError',
    'Internal error occurred: etcdserver: request timed out',
    { details: { causes: [{ message: 'etcdserver: request timed out' }] } },
  );

export const serviceUnavailable = (retryAfterSeconds?: number) =>
  new ApiError(
    503,
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
    { details: { retryAfterSeconds }, retryAfterSeconds },
  );

export function forbiddenPath(
  user: string,
  verb: string,
  path: string,
): ApiError {
  const message = forbiddenPathMessage(user, verb, path);
  return new ApiError(403, 'Forbidden', message, { details: {} });
}

export function forbidden(
  user: string,
  attributes: AccessAttributes,
): ApiError {
  const { name, group, resource } = attributes;
  return new ApiError(403, 'Forbidden', forbiddenMessage(user, attributes), {
    details: {
      ...(name && { name }),
      ...(group && { group }),
      kind: resource,
    },
  });
}

function qualified(resource: ApiResource): string {
  return resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
}
