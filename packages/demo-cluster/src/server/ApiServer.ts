import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../faults/Fault';
import { Faults } from '../faults/Faults';
import { Answer, errorAnswer } from './Answer';
import { Api, ApiRequest } from './Api';
import { ApiError } from './ApiError';
import {
  continueExpired,
  internalError,
  serviceUnavailable,
  tooManyRequests,
  unauthorized,
} from './apiErrors';
import { listen } from './listen';
import { padAnswer } from './padAnswer';
import { readBody } from './readBody';
import { LoggedRequest, RequestLog } from './RequestLog';
import { sendAnswer, sendTruncated } from './sendAnswer';
import { Watch } from './watchObjects';

interface ApiServerOptions {
  api: Api;
  faults: Faults;
  log: RequestLog;
  /** Milliseconds that every answer takes at least. */
  latencyMs: number;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  entry: LoggedRequest;
}

const maxBodyBytes = 1024 * 1024;

const garbagePage =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>';

/** Carries the API over HTTP, and lets things go wrong on the way. */
export class ApiServer {
  private readonly server: Server;

  constructor(private readonly options: ApiServerOptions) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(error => response.destroy(error));
    });
  }

  /** @returns the port that it listens on */
  start(host: string, port: number): Promise<number> {
    return listen(this.server, host, port);
  }

  /** Closes the port and every connection. */
  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const exchange: Exchange = {
      request,
      response,
      entry: this.options.log.begin(request, url),
    };
    const faults = this.options.faults.take({
      path: url.pathname,
      resource: this.options.api.resourceOf(url.pathname),
      continuing: url.searchParams.has('continue'),
    });
    await this.delay(faults);
    await this.answer(
      exchange,
      url,
      faults.find(({ type }) => type !== 'slow'),
    );
  }

  private async delay(faults: Fault[]): Promise<void> {
    const slow = faults.reduce(
      (sum, fault) => sum + (fault.type === 'slow' ? fault.delayMs : 0),
      this.options.latencyMs,
    );
    if (slow > 0) {
      await sleep(slow);
    }
  }

  private async answer(
    exchange: Exchange,
    url: URL,
    fault: Fault | undefined,
  ): Promise<void> {
    const { request, response } = exchange;
    if (fault?.type === 'dead') {
      if (fault.how !== 'hang') {
        response.destroy();
      }
      return;
    }
    const answer = await this.compute(request, url, fault);
    if ('stream' in answer) {
      exchange.entry.status = 200;
      answer.stream(response);
      return;
    }
    exchange.entry.status = answer.status;
    if (fault?.type === 'truncated') {
      sendTruncated(response, answer, fault.contentLength ?? 'right');
    } else if (fault?.type === 'large') {
      await sendAnswer(request, response, padAnswer(answer, fault.bytes));
    } else {
      await sendAnswer(request, response, answer);
    }
  }

  private async compute(
    request: IncomingMessage,
    url: URL,
    fault: Fault | undefined,
  ): Promise<Answer | Watch> {
    if (fault?.type === 'garbage') {
      return { status: 200, contentType: 'text/html', body: garbagePage };
    }
    const { api } = this.options;
    try {
      const apiRequest = await readRequest(request, url);
      const failure = fault && failureOf(fault, api, apiRequest);
      return failure ? errorAnswer(failure) : api.answer(apiRequest);
    } catch (error) {
      if (error instanceof ApiError) {
        return errorAnswer(error);
      }
      throw error;
    }
  }
}

async function readRequest(
  request: IncomingMessage,
  url: URL,
): Promise<ApiRequest> {
  return {
    method: request.method ?? 'GET',
    url,
    accept: request.headers.accept,
    authorization: request.headers.authorization,
    body: await readBody(request, maxBodyBytes),
  };
}

function failureOf(
  fault: Fault,
  api: Api,
  request: ApiRequest,
): ApiError | undefined {
  switch (fault.type) {
    case 'unauthorized':
      return unauthorized();
    case 'forbidden':
      return api.refusal(request);
    case 'expired':
      return continueExpired();
    case 'tooManyRequests':
      return tooManyRequests(fault.retryAfterSeconds ?? 1);
    case 'internalError':
      return internalError();
    case 'unavailable':
      return serviceUnavailable(fault.retryAfterSeconds);
    default:
      return undefined;
  }
}
