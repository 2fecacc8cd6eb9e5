import { CustomErrorBase, InputError, isError } from '@backstage/errors';
import { ErrorRequestHandler, json, raw, RequestHandler } from 'express';

const LIMIT = '64kb';
const REFS_LIMIT = '2mb';
const DOCUMENT_LIMIT = '5mb';

/** A body that is larger than its route takes; answered with 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}

/**
 * Reads bodies up to 64 kB: JSON as such, anything else as bytes that no route looks at.
 * Throws a PayloadTooLargeError above, and an InputError for JSON that is none.
 */
export const bodyLimit: readonly [
  RequestHandler,
  RequestHandler,
  ErrorRequestHandler,
] = [
  json({ limit: LIMIT }),
  raw({ limit: LIMIT, type: () => true }),
  explain(LIMIT),
];

/** Reads documents of JSON up to 5 MB. Throws a PayloadTooLargeError above, and an InputError for what is no JSON. */
export const documentBodyLimit = documentLimit(DOCUMENT_LIMIT);

/** Reads lists of refs as JSON up to 2 MB. Throws a PayloadTooLargeError above, and an InputError for what is no JSON. */
export const refsBodyLimit = documentLimit(REFS_LIMIT);

function documentLimit(
  limit: string,
): readonly [RequestHandler, ErrorRequestHandler] {
  return [json({ limit, type: () => true }), explain(limit)];
}

function explain(limit: string): ErrorRequestHandler {
  return (error, _request, _response, next) => {
    if (error instanceof PayloadTooLargeError) next(error);
    else if (isError(error) && error.name === 'PayloadTooLargeError')
      next(
        new PayloadTooLargeError(
          `The body is larger than ${limit}, which is the most that this route takes`,
        ),
      );
    else if (isError(error) && error.type === 'entity.parse.failed')
      next(new InputError('The body is no JSON'));
    else next(error);
  };
}
