import type { ResponseError } from '@backstage/errors';

/**
 * Why a request brought nothing.
 * `forbidden`: the caller may not see it. `invalid`: the address asks for what cannot be. `notFound`: there is no such entity or scan, or the caller may not know of it.
 * `conflict`: it stands otherwise by now, for somebody was faster.
 * `backendAbsent`: the portal has no backend of this plugin. `network`: the portal did not answer.
 * `server`: it answered with an error.
 */
export type FailureKind =
  | 'forbidden'
  | 'invalid'
  | 'notFound'
  | 'conflict'
  | 'backendAbsent'
  | 'network'
  | 'server';

/** A failed request, as a value that a page can show. */
export interface Failure {
  kind: FailureKind;
  /** What the server said, or the browser. Empty where neither said anything. */
  message: string;
}

/** Kinds of failure that may pass by themselves, so that asking again makes sense. */
const PASSING: ReadonlySet<FailureKind> = new Set(['network', 'server']);

/** Turns what a request threw into a failure. What no request throws is thrown on. */
export function failureOf(error: unknown): Failure {
  if (isResponseError(error)) {
    return { kind: kindOfResponse(error), message: error.cause.message };
  }
  if (error instanceof SyntaxError) return backendAbsent(error);
  if (error instanceof TypeError || isTimeout(error)) {
    return { kind: 'network', message: error.message };
  }
  throw error;
}

/** True where the same request may succeed later without anybody doing anything. */
export function mayPass(failure: Failure): boolean {
  return PASSING.has(failure.kind);
}

function kindOfResponse(error: ResponseError): FailureKind {
  if (error.statusCode === 401 || error.statusCode === 403) return 'forbidden';
  if (error.statusCode === 400) return 'invalid';
  if (error.statusCode === 409) return 'conflict';
  if (error.statusCode !== 404) return 'server';
  return error.cause.name === 'NotFoundError' ? 'notFound' : 'backendAbsent';
}

/** A portal without the backend answers with its own page, which is no JSON. */
function backendAbsent(error: SyntaxError): Failure {
  return { kind: 'backendAbsent', message: error.message };
}

/** By name, for a portal may hold several copies of the class. */
function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && error.name === 'ResponseError';
}

function isTimeout(error: unknown): error is Error {
  return error instanceof Error && error.name === 'TimeoutError';
}
