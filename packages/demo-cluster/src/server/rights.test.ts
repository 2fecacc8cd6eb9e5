import { DemoCluster } from '../DemoCluster';
import { startDemoCluster } from '../startDemoCluster';
import { configMap } from '../testing/manifests';
import { request } from '../testing/request';

const api = 'apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

let cluster: DemoCluster;

beforeAll(async () => {
  cluster = await startDemoCluster({
    name: 'test',
    objects: [configMap('a')],
    tokens: [
      { token: 'root', rules: 'all' },
      {
        token: 'nearly',
        rules: 'all',
        denied: ['pods', 'roles.rbac.authorization.k8s.io'],
      },
      {
        token: 'reader',
        user: 'jane',
        rules: [
          {
            apiGroups: [''],
            resources: ['configmaps'],
            verbs: ['get', 'list'],
            namespaces: ['shop'],
          },
          { apiGroups: ['apps'], resources: ['*'], verbs: ['*'] },
          { resources: ['nodes'], resourceNames: ['node-1'], verbs: ['get'] },
        ],
      },
    ],
  });
});

afterAll(() => cluster.stop());

const as = (token: string) => ({
  headers: { authorization: `Bearer ${token}` },
});

describe('rights', () => {
  it.each([
    ['no token', {}],
    ['an unknown token', as('other')],
    ['another scheme', { headers: { authorization: 'Basic root' } }],
  ])('answers 401 to %s', async (_name, init) => {
    for (const path of ['/version', '/api', '/api/v1/pods']) {
      const { status, body } = await request(cluster.url + path, init);
      expect(status).toBe(401);
      expect(body).toMatchObject({
        kind: 'Status',
        reason: 'Unauthorized',
        code: 401,
      });
    }
  });

  it.each([
    ['root', '/api/v1/pods', 200],
    ['root', '/apis/apps/v1/deployments', 200],
    ['nearly', '/api/v1/configmaps', 200],
    ['nearly', '/api/v1/pods', 403],
    ['nearly', '/apis/rbac.authorization.k8s.io/v1/roles', 403],
    ['nearly', '/apis/rbac.authorization.k8s.io/v1/clusterroles', 200],
    ['reader', '/version', 200],
    ['reader', '/apis', 200],
    ['reader', '/api/v1/configmaps', 403],
    ['reader', '/api/v1/namespaces/shop/configmaps', 200],
    ['reader', '/api/v1/namespaces/shop/configmaps/a', 200],
    ['reader', '/api/v1/namespaces/shop/configmaps?watch=true', 403],
    ['reader', '/api/v1/namespaces/blog/configmaps', 403],
    ['reader', '/apis/apps/v1/deployments', 200],
    ['reader', '/api/v1/nodes', 403],
    ['reader', '/api/v1/nodes/node-1', 404],
    ['reader', '/api/v1/nodes/node-2', 403],
  ])('%s gets %s: %s', async (token, path, status) => {
    expect((await request(cluster.url + path, as(token))).status).toBe(status);
  });

  it('refuses in the words of Kubernetes', async () => {
    const list = await request(
      `${cluster.url}/api/v1/configmaps`,
      as('reader'),
    );
    expect(list.body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message:
        'configmaps is forbidden: User "jane" cannot list resource "configmaps" in API group "" at the cluster scope',
      reason: 'Forbidden',
      details: { kind: 'configmaps' },
      code: 403,
    });
    const path = '/api/v1/namespaces/blog/configmaps/a';
    const single = await request(cluster.url + path, as('reader'));
    expect(single.body.message).toBe(
      'configmaps "a" is forbidden: User "jane" cannot get resource "configmaps" in API group "" in the namespace "blog"',
    );
  });

  it('refuses a write by right before by method', async () => {
    const url = `${cluster.url}/api/v1/namespaces/shop/configmaps/a`;
    const write = (token: string) =>
      request(url, { ...as(token), method: 'DELETE' });
    expect((await write('reader')).status).toBe(403);
    expect((await write('root')).status).toBe(405);
  });
});

describe('selfsubjectaccessreviews', () => {
  const review = (token: string, spec: object) =>
    request(`${cluster.url}/${api}`, {
      ...as(token),
      method: 'POST',
      body: JSON.stringify({ spec }),
    });

  it.each([
    ['root', { verb: 'list', resource: 'pods' }, true],
    ['nearly', { verb: 'list', resource: 'pods' }, false],
    ['reader', { verb: 'list', resource: 'configmaps' }, false],
    [
      'reader',
      { verb: 'list', resource: 'configmaps', namespace: 'shop' },
      true,
    ],
    ['reader', { verb: 'list', group: 'apps', resource: 'daemonsets' }, true],
    [
      'reader',
      { verb: 'list', group: 'batch', resource: 'jobs', namespace: '' },
      false,
    ],
    ['reader', { verb: 'get', resource: 'nodes', name: 'node-1' }, true],
    ['reader', { verb: 'get', resource: 'nodes' }, false],
  ])('tells %s about %j: %s', async (token, resourceAttributes, allowed) => {
    const { status, body } = await review(token, { resourceAttributes });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes },
      status: { allowed },
    });
  });

  it('lets everybody read paths', async () => {
    const { body } = await review('reader', {
      nonResourceAttributes: { path: '/version', verb: 'get' },
    });
    expect(body.status).toEqual({ allowed: true });
  });

  it.each(['{', '{}', 'null', '{"spec":{}}'])(
    'refuses the body %s',
    async body => {
      const init = { ...as('root'), method: 'POST', body };
      expect((await request(`${cluster.url}/${api}`, init)).status).toBe(400);
    },
  );

  it('cannot be listed', async () => {
    expect((await request(`${cluster.url}/${api}`, as('root'))).status).toBe(
      405,
    );
  });
});
