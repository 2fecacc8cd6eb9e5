import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { DemoCluster } from '../DemoCluster';
import { parseFault } from '../faults/parseFault';
import { parseManifests } from '../load/parseManifests';
import { ObjectReference } from '../objects/Manifest';
import { listen } from '../server/listen';
import { readBody } from '../server/readBody';

type Reply = [status: number, body: unknown];
type Action = (
  cluster: DemoCluster,
  body: string,
  id: string | undefined,
) => Reply;

const host = '127.0.0.1';
const maxBodyBytes = 16 * 1024 * 1024;

const actions: Record<string, Action> = {
  'GET faults': cluster => [200, cluster.faults.list()],
  'POST faults': (cluster, body) => [
    201,
    { id: cluster.faults.set(parseFault(JSON.parse(body))) },
  ],
  'DELETE faults': (cluster, _body, id) => [
    200,
    { cleared: cluster.faults.clear(id) },
  ],
  'GET requests': cluster => [200, cluster.requests.list()],
  'DELETE requests': cluster => {
    cluster.requests.clear();
    return [200, {}];
  },
  'POST objects': (cluster, body) => {
    cluster.apply(parseManifests(body, 'body'));
    return [200, { objects: cluster.objectCount }];
  },
  'PUT objects': (cluster, body) => {
    cluster.replaceObjects(parseManifests(body, 'body'));
    return [200, { objects: cluster.objectCount }];
  },
  'DELETE objects': (cluster, body) => {
    cluster.remove(JSON.parse(body) as ObjectReference[]);
    return [200, { objects: cluster.objectCount }];
  },
};

/**
 * Controls clusters while they run, on a loopback port of its own:
 *
 *     GET    /clusters
 *     GET    POST DELETE      /clusters/{name}/faults        POST takes one fault as JSON
 *     DELETE                  /clusters/{name}/faults/{id}
 *     GET    DELETE           /clusters/{name}/requests
 *     POST   PUT  DELETE      /clusters/{name}/objects       apply or replace (YAML or JSON),
 *                                                            remove (a list of references as JSON)
 */
export class ControlServer {
  private readonly server: Server;

  constructor(private readonly clusters: readonly DemoCluster[]) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(error => response.destroy(error));
    });
  }

  /** @returns its address */
  async start(port: number): Promise<string> {
    return `http://${host}:${await listen(this.server, host, port)}`;
  }

  async stop(): Promise<void> {
    if (this.server.listening) {
      const closed = new Promise(resolve => this.server.close(resolve));
      this.server.closeAllConnections();
      await closed;
    }
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const [status, body] = await this.reply(request);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  private async reply(request: IncomingMessage): Promise<Reply> {
    if (!isFromHere(request)) {
      return [403, { error: 'only programs on this machine may control' }];
    }
    const [path] = (request.url ?? '/').split('?');
    const [root, name, what, id] = path.slice(1).split('/');
    if (root === 'clusters' && !name && request.method === 'GET') {
      return [200, this.clusters.map(describe)];
    }
    const cluster = this.clusters.find(known => known.name === name);
    const action = actions[`${request.method} ${what}`];
    if (root !== 'clusters' || !cluster || !action) {
      return [404, { error: `no ${request.method} ${path} here` }];
    }
    return act(
      () => readBody(request, maxBodyBytes),
      body => action(cluster, body, id),
    );
  }
}

/** Bad input is told to the caller; the clusters stay as they were. */
async function act(
  read: () => Promise<string>,
  action: (body: string) => Reply,
): Promise<Reply> {
  try {
    return action(await read());
  } catch (error) {
    return [
      400,
      { error: error instanceof Error ? error.message : `${error}` },
    ];
  }
}

function describe({ name, url, objectCount }: DemoCluster) {
  return { name, url, objects: objectCount };
}

/** Keeps web pages out that a name server sends to this address. */
function isFromHere(request: IncomingMessage): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  return ['127.0.0.1', 'localhost'].includes(name) && !request.headers.origin;
}
