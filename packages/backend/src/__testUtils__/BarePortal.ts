import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { DemoCluster } from 'security-posture-demo-cluster';
import { stringify } from 'yaml';

const PACKAGE = resolve(__dirname, '../..');
const ROOT = resolve(PACKAGE, '../..');
const CHECK_EVERY_MS = 200;
const PATIENCE_MS = 90_000;

/** What a request sends besides its path. */
export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly body?: object;
}

/** What a request was answered with. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  /** Of JSON; undefined where it is none. */
  readonly body: any;
}

/** The demo portal with none of its integrations, as a process of its own, over these clusters. */
export class BarePortal {
  /** @param entities - the text of a file of the catalog, besides the demo's own */
  static async start(
    clusters: readonly DemoCluster[],
    entities: string,
  ): Promise<BarePortal> {
    const folder = await mkdtemp(join(tmpdir(), 'bare-portal-'));
    const file = join(folder, 'entities.yaml');
    await writeFile(file, entities);
    const port = await freePort();
    const config = join(folder, 'app-config.yaml');
    await writeFile(config, stringify(configOf(port, clusters, file)));
    const portal = new BarePortal(folder, startProcess(config), port);
    await portal.until('it is up', () => portal.isUp());
    return portal;
  }

  private readonly tokens = new Map<string, string>();
  private output = '';

  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', text => {
        this.output += text;
      });
  }

  /** Every line that was logged, without its colours. */
  get logged(): readonly string[] {
    return stripVTControlCharacters(this.output).split('\n');
  }

  /** Asks as somebody whom the catalog knows. */
  async ask(
    person: string,
    path: string,
    { method = 'GET', body }: Asked = {},
  ): Promise<Answered> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.tokenOf(person)}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, text, body: parsed(text) };
  }

  /** Waits until something holds. Throws with what was logged last where it does not in time, or the process has ended. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > end || this.child.exitCode !== null)
        throw new Error(
          `Waited until ${what}:\n${this.lastLines().join('\n')}`,
        );
      await new Promise(done => setTimeout(done, CHECK_EVERY_MS));
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private lastLines(): readonly string[] {
    const isRequest = /rootHttpRouter|isAuditEvent/;
    return this.logged.filter(line => !isRequest.test(line)).slice(-20);
  }

  private get url(): string {
    return `http://localhost:${this.port}`;
  }

  private async isUp(): Promise<boolean> {
    const path = '/.backstage/health/v1/readiness';
    return fetch(this.url + path).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Whom the catalog does not know yet, it waits for. */
  private async tokenOf(person: string): Promise<string> {
    await this.until(`${person} can sign in`, async () => {
      if (this.tokens.has(person)) return true;
      const response = await fetch(`${this.url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-person': person },
      });
      if (!response.ok) return false;
      const { backstageIdentity } = await response.json();
      this.tokens.set(person, backstageIdentity.token);
      return true;
    });
    return this.tokens.get(person)!;
  }
}

function startProcess(config: string): ChildProcess {
  const configs = [join(ROOT, 'app-config.yaml'), config];
  return spawn(
    process.execPath,
    [
      '--no-deprecation',
      '--import',
      join(ROOT, 'scripts/toolchain/exitWithParent.mjs'),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/bare.ts',
      ...configs.flatMap(path => ['--config', path]),
    ],
    {
      cwd: PACKAGE,
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'debug' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** What takes the place of the demo's configuration. */
function configOf(
  port: number,
  clusters: readonly DemoCluster[],
  entities: string,
) {
  return {
    app: { baseUrl: `http://localhost:${port}` },
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { host: 'localhost', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    catalog: {
      locations: [
        { type: 'file', target: '../demo-cluster/data/catalog/all.yaml' },
        { type: 'file', target: entities },
      ],
    },
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(({ name, url }) => ({
            name,
            url,
            authProvider: 'serviceAccount',
            serviceAccountToken: 'of-the-reader',
            skipTLSVerify: true,
            skipMetricsLookup: true,
          })),
        },
      ],
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
