import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

const NULL = '\u0000';

/**
 * Refuses requests with the character U+0000 anywhere in their path, query or body:
 * no name holds one, and PostgreSQL takes none in a text.
 */
export const refuseNulls: RequestHandler = (request, _response, next) => {
  const held = /%00/.test(request.url) || holdsNull(request.body);
  next(
    held
      ? new InputError('The request holds the character U+0000: leave it out')
      : undefined,
  );
};

/** Without recursion, for a body may be nested deeper than the stack. */
function holdsNull(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string' && one.includes(NULL)) return true;
    if (typeof one !== 'object' || one === null || Buffer.isBuffer(one))
      continue;
    for (const [key, inner] of Object.entries(one)) left.push(key, inner);
  }
  return false;
}
