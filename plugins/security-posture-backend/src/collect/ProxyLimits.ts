/** How long and how much the reader waits for and takes. */
export interface ProxyLimits {
  /** Longest body that is read, in bytes after decompression. */
  readonly bodyBytes: number;
  /** Longest time of one request, its body included, in milliseconds. */
  readonly requestMs: number;
  /** How often one request is sent where the answer is 429 or 503. */
  readonly attempts: number;
  /** Longest wait before a request is sent again, in milliseconds, whatever `Retry-After` says. */
  readonly waitMs: number;
}

/** What holds where nothing is said. */
export const DEFAULT_PROXY_LIMITS: ProxyLimits = {
  bodyBytes: 64 * 1024 * 1024,
  requestMs: 60_000,
  attempts: 4,
  waitMs: 30_000,
};
