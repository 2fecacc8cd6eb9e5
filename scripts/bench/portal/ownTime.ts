import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import { RequestHandler } from 'express';

/** Routes of other plugins whose time is not a request's own. */
const OTHERS = /^\/api\/(catalog|permission)\//;

/** Time of one request, as it passes. Milliseconds. */
class RequestTime {
  private readonly began = performance.now();
  private waiting = 0;
  private waitingSince = 0;
  private out = 0;
  calls = 0;

  callBegins(): void {
    if (this.out === 0) this.waitingSince = performance.now();
    this.out += 1;
    this.calls += 1;
  }

  callEnds(): void {
    this.out -= 1;
    if (this.out === 0) this.waiting += performance.now() - this.waitingSince;
  }

  /** Time since the request came, without that in which a call to the catalog or to permissions was out. */
  get own(): number {
    return performance.now() - this.began - this.waiting;
  }
}

const current = new AsyncLocalStorage<RequestTime>();

/**
 * Tells in `Server-Timing` how much of each answer's time was the plugin's own: from the request's arrival in the process to
 * its headers, without the time during which the catalog or the permission plugin had been asked over HTTP and had not
 * answered whole. Waiting for the event loop and for the database counts as own.
 */
export function measureOwnTime(): RequestHandler {
  subscribe('http.client.request.start', message => {
    const { request } = message as { request: ClientRequest };
    const time = current.getStore();
    if (time && OTHERS.test(request.path)) watch(request, time);
  });
  return (_request, response, next) => {
    const time = new RequestTime();
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((...parts: Parameters<typeof writeHead>) => {
      response.setHeader(
        'Server-Timing',
        `own;dur=${time.own.toFixed(3)}, calls;dur=${time.calls}`,
      );
      return writeHead(...parts);
    }) as typeof response.writeHead;
    current.run(time, next);
  };
}

function watch(request: ClientRequest, time: RequestTime): void {
  time.callBegins();
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    time.callEnds();
  };
  request.once('error', end);
  request.once('response', (response: IncomingMessage) => {
    response.once('end', end);
    response.once('close', end);
  });
}
