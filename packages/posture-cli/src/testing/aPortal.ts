import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** Lists that a portal answers with, by the end of the path. */
export interface PortalLists {
  readonly findings?: readonly object[];
  readonly exemptions?: readonly object[];
}

/** A portal on a port of its own. */
export interface StartedPortal {
  readonly url: string;
  /** Paths with their queries, and the header that came along. */
  readonly requests: { readonly path: string; readonly token?: string }[];
  stop(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a portal that answers everything alike. */
export async function startPortal(answer: Answer): Promise<StartedPortal> {
  const requests: StartedPortal['requests'] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ path: request.url ?? '', token: authorization });
    answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with lists, `pageSize` items a page. */
export function answering(lists: PortalLists, pageSize = 200): Answer {
  return (request, response) => {
    const url = new URL(request.url ?? '', 'http://portal');
    const kind = url.pathname.split('/').at(-1) as keyof PortalLists;
    const all = lists[kind] ?? [];
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const next = from + pageSize;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        items: all.slice(from, next),
        total: all.length,
        ...(next < all.length ? { nextCursor: String(next) } : {}),
      }),
    );
  };
}

/** A live finding as the API gives it. */
export function liveFinding(over: object = {}): object {
  return {
    control: 'privileged-container',
    severity: 'critical',
    outcome: 'fail',
    resource: {
      cluster: 'prod-eu',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'elsewhere',
      name: 'web',
    },
    violations: [
      {
        path: 'spec.template.spec.containers[3].securityContext.privileged',
        container: 'web',
        field: 'securityContext.privileged',
        message: 'container "web" is privileged',
        actual: true,
      },
    ],
    ...over,
  };
}

/** An exemption in force as the API gives it. */
export function liveExemption(over: object = {}): object {
  return {
    scope: 'entity',
    state: 'approved',
    control: 'run-as-non-root',
    expiresAt: '2999-01-01T00:00:00.000Z',
    ...over,
  };
}
