import { IncomingMessage } from 'node:http';

/** One request that reached the cluster. */
export interface LoggedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  accept?: string;
  authorization?: string;
  headers: Record<string, string | string[] | undefined>;
  /** Milliseconds since the epoch. */
  at: number;
  /** Undefined while it runs, and for a request that was never answered. */
  status?: number;
}

const limit = 20_000;

/** The last requests of a cluster, oldest first. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  /** Every request since the last `clear`, at most 20,000. */
  list(): readonly LoggedRequest[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }

  /** Notes a request; its status is set when it is answered. */
  begin(request: IncomingMessage, url: URL): LoggedRequest {
    const entry: LoggedRequest = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      accept: request.headers.accept,
      authorization: request.headers.authorization,
      headers: request.headers,
      at: Date.now(),
    };
    this.entries.push(entry);
    if (this.entries.length > limit) {
      this.entries = this.entries.slice(limit / 2);
    }
    return entry;
  }
}
