import { ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { configMap } from '../testing/manifests';
import { list, namesOf, request } from '../testing/request';
import { demoClusterCommand } from './demoClusterCommand';

interface Ready {
  ready: boolean;
  clusters: { name: string; url: string; objects: number }[];
  control: string;
}

interface Run {
  child: ChildProcess;
  /** The first line on stdout; undefined if there was none. */
  ready: Promise<Ready | undefined>;
  /** The exit code and all of stderr. */
  end: Promise<{ code: number | null; stderr: string }>;
}

jest.setTimeout(60_000);

function run(...flags: string[]): Run {
  const { command, args } = demoClusterCommand();
  const child = spawn(command, [...args, ...flags]);
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const end = new Promise<{ code: number | null; stderr: string }>(resolve =>
    child.on('close', code => resolve({ code, stderr })),
  );
  const line = new Promise<Ready>(resolve =>
    child.stdout.once('data', chunk => resolve(JSON.parse(String(chunk)))),
  );
  return { child, ready: Promise.race([line, end.then(() => undefined)]), end };
}

describe('the process', () => {
  let running: Run;
  let ready: Ready;

  beforeAll(async () => {
    const flags = ['--size', 'S', '--clusters', '1', '--control-port', '0'];
    running = run(...flags, '--cluster', 'name=other,version=v1.34.2,token=x');
    const line = await running.ready;
    if (!line) {
      throw new Error((await running.end).stderr);
    }
    ready = line;
  });

  afterAll(async () => {
    running.child.kill('SIGKILL');
    await running.end;
  });

  const control = (path: string) => `${ready.control}/clusters${path}`;

  it('says when it is ready', () => {
    expect(ready).toMatchObject({
      ready: true,
      clusters: [{ name: 'other' }, { name: 'cluster-01' }],
    });
  });

  it('serves its clusters', async () => {
    const [other, generated] = ready.clusters;
    const headers = { authorization: 'Bearer x' };
    const version = await request(`${other.url}/version`, { headers });
    expect(version.body.gitVersion).toBe('v1.34.2');
    expect((await list(`${generated.url}/api/v1/pods`)).items).toHaveLength(90);
  });

  it('sets and clears faults over its control port', async () => {
    const { url } = ready.clusters[1];
    const fault = { type: 'internalError', resource: 'pods' };
    const set = await request(control('/cluster-01/faults'), {
      method: 'POST',
      body: JSON.stringify(fault),
    });
    expect(set.status).toBe(201);
    expect((await request(`${url}/api/v1/pods`)).status).toBe(500);
    const faults = await request(control('/cluster-01/faults'));
    expect(faults.body).toEqual([{ ...fault, id: set.body.id }]);
    const one = control(`/cluster-01/faults/${set.body.id}`);
    const cleared = await request(one, { method: 'DELETE' });
    expect(cleared.body).toEqual({ cleared: 1 });
    expect((await request(`${url}/api/v1/pods`)).status).toBe(200);
  });

  it('changes objects and shows requests over its control port', async () => {
    const { url } = ready.clusters[1];
    const objects = control('/cluster-01/objects');
    const maps = `${url}/api/v1/namespaces/extra/configmaps`;
    const manifest = configMap('a', { namespace: 'extra' });
    await request(objects, { method: 'POST', body: JSON.stringify(manifest) });
    expect(namesOf(await list(maps))).toEqual(['a', 'kube-root-ca.crt']);
    const reference = { ...manifest, name: 'a', namespace: 'extra' };
    await request(objects, {
      method: 'DELETE',
      body: JSON.stringify([reference]),
    });
    expect(namesOf(await list(maps))).toEqual(['kube-root-ca.crt']);
    const log = await request(control('/cluster-01/requests'));
    expect(log.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          path: '/api/v1/namespaces/extra/configmaps',
          status: 200,
        }),
      ]),
    );
  });

  it.each([
    ['POST', '/cluster-01/faults', '{"type":"odd"}', 400],
    ['POST', '/cluster-01/faults', '{', 400],
    ['POST', '/cluster-01/objects', 'kind: Pod', 400],
    ['GET', '/nowhere/faults', undefined, 404],
    ['GET', '/cluster-01/secrets', undefined, 404],
  ])('answers %s %s %s with %s', async (method, path, body, status) => {
    const answer = await request(control(path), { method, body });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: expect.any(String) });
  });

  it('keeps web pages away from its control port', async () => {
    const headers = { origin: 'https://example.com' };
    expect((await request(control(''), { headers })).status).toBe(403);
  });
});

describe('a process that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly at %s',
    async signal => {
      const { child, ready, end } = run('--cluster', 'name=a');
      const url = (await ready)?.clusters[0].url;
      const watching = await fetch(`${url}/api/v1/pods?watch=true`);
      expect(watching.status).toBe(200);
      child.kill(signal);
      expect(await end).toEqual({ code: 0, stderr: '' });
      await expect(watching.text()).rejects.toThrow('terminated');
    },
  );
});

describe('a process that cannot start', () => {
  it('says in one sentence that a port is taken', async () => {
    const holder = createServer();
    await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const { ready, end } = run(
      '--cluster',
      'name=a',
      '--cluster',
      `name=b,port=${port}`,
    );
    expect(await ready).toBeUndefined();
    expect(await end).toEqual({
      code: 1,
      stderr: `demo-clusters: Port ${port} on 127.0.0.1 is taken by another program.\n`,
    });
    holder.close();
  });

  it('says what is wrong with its flags', async () => {
    const { end } = run('--size', 'huge');
    expect(await end).toEqual({
      code: 1,
      stderr: `demo-clusters: a size is one of S, M, L, XL, not 'huge'\n`,
    });
  });
});
