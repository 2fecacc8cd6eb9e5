import { CustomErrorBase, isError } from '@backstage/errors';
import { ErrorRequestHandler, raw, RequestHandler } from 'express';

const LIMIT = '64kb';

/** A body that is larger than its route takes; answered with 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}

/** Reads bodies up to 64 kB, whatever they hold. Throws a PayloadTooLargeError above. */
export const bodyLimit: readonly [RequestHandler, ErrorRequestHandler] = [
  raw({ limit: LIMIT, type: () => true }),
  (error, _request, _response, next) => {
    const tooLarge = isError(error) && error.name === 'PayloadTooLargeError';
    next(
      tooLarge
        ? new PayloadTooLargeError(
            `The body is larger than ${LIMIT}, which is the most that this route takes`,
          )
        : error,
    );
  },
];
