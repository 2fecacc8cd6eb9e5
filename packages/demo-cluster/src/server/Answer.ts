import { ApiError } from './ApiError';

/** An answer that is complete, apart from how it travels. */
export interface Answer {
  status: number;
  contentType: string;
  body: string;
  /** Sent before the body, piece by piece and without a content length. */
  padding?: Iterable<string>;
  headers?: Record<string, string>;
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return rawAnswer(JSON.stringify(value), status);
}

/** For JSON that is text already. */
export function rawAnswer(body: string, status = 200): Answer {
  return { status, contentType: 'application/json', body };
}

export function textAnswer(body: string): Answer {
  return { status: 200, contentType: 'text/plain; charset=utf-8', body };
}

/** The text form of Prometheus. */
export function metricsAnswer(body: string): Answer {
  const contentType =
    'text/plain; version=0.0.4; charset=utf-8; escaping=underscores';
  return { status: 200, contentType, body };
}

export function errorAnswer(error: ApiError): Answer {
  const answer = jsonAnswer(error.toStatus(), error.code);
  return error.retryAfterSeconds === undefined
    ? answer
    : {
        ...answer,
        headers: { 'Retry-After': String(error.retryAfterSeconds) },
      };
}
