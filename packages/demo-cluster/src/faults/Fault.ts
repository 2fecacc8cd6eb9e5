interface FaultScope {
  /** Only this kind: `pods`, or `deployments.apps`. Default: every request. */
  resource?: string;
  /** Only this path, such as `/version`. Default: every path. */
  path?: string;
  /** Only pages after the first. */
  continuing?: boolean;
  /** How many requests that match are let through first. Default: none. */
  after?: number;
  /** How many requests it hits before it is gone. Default: until cleared. */
  times?: number;
}

type FaultEffect =
  /** 401 `Unauthorized`. */
  | { type: 'unauthorized' }
  /** 403 `Forbidden`. */
  | { type: 'forbidden' }
  /** 410 `Expired`, to requests that carry a `continue` token only. */
  | { type: 'expired' }
  /** 429 with `Retry-After`; default 1 second. */
  | { type: 'tooManyRequests'; retryAfterSeconds?: number }
  /** 500 `InternalError`. */
  | { type: 'internalError' }
  /** 503 `ServiceUnavailable`; `Retry-After` only if given. */
  | { type: 'unavailable'; retryAfterSeconds?: number }
  /** Answers as usual, but later. */
  | { type: 'slow'; delayMs: number }
  /** `reset` closes the connection, `hang` never answers. Default `reset`. */
  | { type: 'dead'; how?: 'reset' | 'hang' }
  /**
   * Half of the body. With a `right` content length the answer ends cleanly in
   * the middle of its JSON; with a `wrong` one the connection breaks. Default
   * `right`.
   */
  | { type: 'truncated'; contentLength?: 'right' | 'wrong' }
  /** As usual, after so many bytes of series (of text) or blanks (of JSON). */
  | { type: 'large'; bytes: number }
  /** 200 with an HTML page, as a proxy on the way may send. */
  | { type: 'garbage' };

/** What goes wrong, and where and how often. */
export type Fault = FaultEffect & FaultScope;

export type FaultType = Fault['type'];

/** A fault that is set, and the id that clears it. */
export type ActiveFault = Fault & { id: string };
