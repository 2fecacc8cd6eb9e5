import { DemoCluster } from '../DemoCluster';
import { DemoClusterOptions, startDemoCluster } from '../startDemoCluster';
import { request } from '../testing/request';

const flags = {
  'anonymous-auth': 'true',
  'audit-log-path': '',
  profiling: 'a b',
};
const structured = (version: string) =>
  `application/json;v=${version};g=config.k8s.io;as=Flagz`;

let cluster: DemoCluster;

async function start(options: Partial<DemoClusterOptions> = {}) {
  cluster = await startDemoCluster({ name: 'test', ...options });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(cluster.url + path, { headers });

afterEach(() => cluster.stop());

describe('/flagz', () => {
  it.each([
    ['v1.35.8', 'v1alpha1'],
    ['v1.36.0', 'v1alpha1'],
    ['v1.36.0', 'v1beta1'],
  ])('is an object in %s to who asks for %s', async (version, form) => {
    await start({ version, flags });
    const response = await get('/flagz', {
      accept: `application/json;v=v2;g=config.k8s.io;as=Flagz, ${structured(
        form,
      )}`,
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      kind: 'Flagz',
      apiVersion: `config.k8s.io/${form}`,
      metadata: { name: 'kube-apiserver' },
      flags,
    });
  });

  it.each([
    ['who accepts everything', 'v1.36.0', '*/*'],
    ['who falls back on text', 'v1.34.1', `${structured('v1beta1')}, */*`],
  ])('is text to %s', async (_name, version, accept) => {
    await start({ version, flags });
    const response = await get('/flagz', { accept });
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const [header, lines] = (await response.text()).split('\n\n');
    expect(header).toMatch(/^\nkube-apiserver flags\nWarning: /);
    expect(lines).toMatch(
      /^anonymous-auth(:|: |=| )true\naudit-log-path\1\nprofiling\1a b\n$/,
    );
  });

  it('has a delimiter that differs between clusters', async () => {
    const texts = new Set<string>();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const other = await startDemoCluster({ name, flags });
      texts.add(await (await fetch(`${other.url}/flagz`)).text());
      await other.stop();
    }
    await start();
    expect(texts.size).toBeGreaterThan(1);
  });

  it.each(['application/json', structured('v1beta1')])(
    'refuses %s in 1.35',
    async accept => {
      await start({ flags });
      expect((await get('/flagz', { accept })).status).toBe(406);
    },
  );

  it('is not there where a cluster has no flags', async () => {
    await start();
    expect((await get('/flagz')).status).toBe(404);
  });
});

describe('/metrics', () => {
  it('tells what the cluster was given', async () => {
    await start({ metrics: 'apiserver_audit_event_total 4711\n' });
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toMatch(
      /^text\/plain; version=0\.0\.4/,
    );
    expect(await response.text()).toBe('apiserver_audit_event_total 4711\n');
  });

  it('tells at least the version', async () => {
    await start({ version: 'v1.34.6+k3s1' });
    expect(await (await get('/metrics')).text()).toMatch(
      /^kubernetes_build_info\{.*git_version="v1\.34\.6\+k3s1".*minor="34".*\} 1$/m,
    );
  });

  it.each(['gzip', 'identity'])('is 10 MB on demand, as %s', async encoding => {
    await start({ metrics: 'apiserver_audit_event_total 4711\n' });
    cluster.faults.set({ type: 'large', path: '/metrics', bytes: 10_000_000 });
    const response = await get('/metrics', { 'accept-encoding': encoding });
    expect(response.headers.get('content-length')).toBeNull();
    const lines = (await response.text()).trimEnd().split('\n');
    const series = /^\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? \d+$/;
    expect(lines.filter(line => !series.test(line))).toEqual([]);
    expect(lines.join('\n').length).toBeGreaterThan(10_000_000);
    expect(lines.at(-1)).toBe('apiserver_audit_event_total 4711');
  });

  it('survives a reader who goes away in its middle', async () => {
    await start();
    cluster.faults.set({ type: 'large', bytes: 50_000_000, times: 1 });
    const abort = new AbortController();
    const response = await fetch(`${cluster.url}/metrics`, {
      signal: abort.signal,
    });
    await response.body?.getReader().read();
    abort.abort();
    expect((await get('/version')).status).toBe(200);
  });
});

describe('a large list', () => {
  it('is still JSON', async () => {
    await start();
    cluster.faults.set({ type: 'large', bytes: 1_000_000, times: 1 });
    const text = await (await get('/api/v1/namespaces')).text();
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text)).toMatchObject({ kind: 'NamespaceList' });
  });
});

describe('rights on paths', () => {
  const tokens = [
    { token: 'root', rules: 'all' as const },
    { token: 'blind', rules: 'all' as const, denied: ['/metrics'] },
    { token: 'reader', rules: [{ verbs: ['get', 'list'] }] },
    { token: 'pods', rules: [{ verbs: ['get'], resources: ['pods'] }] },
    {
      token: 'metrics',
      user: 'jane',
      rules: [{ verbs: ['get'], nonResourceURLs: ['/metrics', '/health*'] }],
    },
  ];
  const as = (token: string) => ({ authorization: `Bearer ${token}` });

  it.each([
    ['root', '/metrics', 200],
    ['root', '/flagz', 404],
    ['root', '/api/v1/pods', 200],
    ['blind', '/metrics', 403],
    ['blind', '/version', 200],
    ['reader', '/metrics', 200],
    ['pods', '/metrics', 403],
    ['pods', '/flagz', 403],
    ['pods', '/nowhere', 403],
    ['pods', '/version', 200],
    ['pods', '/apis/apps', 200],
    ['metrics', '/metrics', 200],
    ['metrics', '/metrics/slis', 403],
    ['metrics', '/healthy', 404],
    ['metrics', '/flagz', 403],
    ['metrics', '/api/v1/pods', 403],
  ])('%s gets %s: %s', async (token, path, status) => {
    await start({ tokens });
    expect((await get(path, as(token))).status).toBe(status);
  });

  it('are refused in the words of Kubernetes', async () => {
    await start({ tokens });
    const { body } = await request(`${cluster.url}/flagz`, {
      headers: as('metrics'),
    });
    expect(body).toMatchObject({
      reason: 'Forbidden',
      message: 'forbidden: User "jane" cannot get path "/flagz"',
    });
  });

  it.each([
    ['metrics', '/metrics', true],
    ['metrics', '/flagz', false],
    ['pods', '/metrics', false],
    ['pods', '/version', true],
  ])('%s is told about %s: %s', async (token, path, allowed) => {
    await start({ tokens });
    const { body } = await request(
      `${cluster.url}/apis/authorization.k8s.io/v1/selfsubjectaccessreviews`,
      {
        method: 'POST',
        headers: as(token),
        body: JSON.stringify({
          spec: { nonResourceAttributes: { path, verb: 'get' } },
        }),
      },
    );
    expect(body.status).toEqual({ allowed });
  });
});

describe('Secrets', () => {
  const metadata =
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
  const secret = (name: string, type?: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'shop' },
    ...(type && { type }),
    data: { token: 'ZG8tbm90LXNob3c=' },
  });

  it('are listed by type, without data to who asks for metadata', async () => {
    const type = 'kubernetes.io/service-account-token';
    await start({
      shape: 'asWritten',
      objects: [secret('account', type), secret('other')],
    });
    const path = `/api/v1/secrets?fieldSelector=${encodeURIComponent(
      `type=${type}`,
    )}`;
    const whole = await (await get(path)).json();
    expect(whole.items).toMatchObject([
      { metadata: { name: 'account' }, data: { token: 'ZG8tbm90LXNob3c=' } },
    ]);
    const partial = await (await get(path, { accept: metadata })).text();
    expect(JSON.parse(partial).items).toMatchObject([
      { kind: 'PartialObjectMetadata', metadata: { name: 'account' } },
    ]);
    expect(partial).not.toContain('ZG8tbm90LXNob3c=');
  });
});
