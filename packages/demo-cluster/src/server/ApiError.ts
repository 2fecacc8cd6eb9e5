import { JsonObject } from '../objects/Manifest';

interface ApiErrorOptions {
  details?: JsonObject;
  retryAfterSeconds?: number;
  /** The token that a 410 offers to go on with. */
  continueToken?: string;
}

/** A failure that the API answers with a `Status`. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details?: JsonObject;
  readonly retryAfterSeconds?: number;
  readonly continueToken?: string;

  constructor(
    code: number,
    reason: string,
    message: string,
    options: ApiErrorOptions = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.reason = reason;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.continueToken = options.continueToken;
  }

  /** The body, as Kubernetes writes it. */
  toStatus(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.continueToken ? { continue: this.continueToken } : {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}
