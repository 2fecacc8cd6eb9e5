import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { createServer, ServerOptions } from 'node:https';
import { AddressInfo } from 'node:net';
import { TEST_CERTIFICATE, TEST_KEY } from './testCertificate';

/** What a server of a test was asked. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization?: string;
  readonly body: string;
}

/** An API server that answers what a probe asks, over TLS. */
export interface ProbedServer {
  readonly url: string;
  readonly requests: readonly AskedRequest[];
  /** Status of the answer to a request without credentials. */
  status: number;
  /** Users whom it lets list Secrets. */
  readonly allowed: Set<string>;
  /** True: nothing that is asked is answered. */
  silent: boolean;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startProbedServer(
  options: ServerOptions = {},
): Promise<ProbedServer> {
  const requests: AskedRequest[] = [];
  const state = { status: 403, allowed: new Set<string>(), silent: false };
  const server = createServer(
    { ...options, cert: TEST_CERTIFICATE, key: TEST_KEY },
    async (request, response) => {
      const asked = await readRequest(request);
      requests.push(asked);
      if (state.silent) return;
      const answer = answerTo(asked, state);
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    url: `https://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

async function readRequest(request: IncomingMessage): Promise<AskedRequest> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { method = '', url = '', headers } = request;
  const { authorization } = headers;
  return { method, url, ...(authorization ? { authorization } : {}), body };
}

function answerTo(
  { method, body }: AskedRequest,
  { status, allowed }: Pick<ProbedServer, 'status' | 'allowed'>,
) {
  if (method === 'POST') {
    const { spec } = JSON.parse(body);
    const isAllowed = allowed.has(spec.user);
    return { status: 201, body: { spec, status: { allowed: isAllowed } } };
  }
  const message = 'User "system:anonymous" cannot list resource "namespaces"';
  return {
    status,
    body: status === 403 ? { kind: 'Status', message } : { kind: 'Status' },
  };
}
