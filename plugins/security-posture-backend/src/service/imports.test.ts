import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany } from './__testUtils__/company';
import { AUDIT_POLICY, KUBE_BENCH } from './__testUtils__/documents';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
  foundCompany(api);
});

beforeEach(() => api.imports.saved.clear());

afterAll(() => api.stop());

const BENCH = '/imports/kube-bench?cluster=prod-eu';
const POLICY = '/imports/audit-policy?cluster=prod-eu';
const MEGABYTE = 1024 * 1024;

function post(path: string, body: string | object, type = 'application/json') {
  return ask(api, 'post', path, ADMIN)
    .set('content-type', type)
    .send(typeof body === 'string' ? body : JSON.stringify(body));
}

function kept() {
  return [...api.imports.saved.values()].map(({ document }) => document);
}

describe('posting a document', () => {
  it('keeps of kube-bench what controls read, and no value of the node', async () => {
    const response = await post(`${BENCH}&node=node-1`, KUBE_BENCH);
    expect(response.status).toBe(201);
    expect(response.body).toEqual({
      cluster: 'prod-eu',
      kind: 'kube-bench',
      node: 'node-1',
      receivedAt: new Date(NOW).toISOString(),
      receivedBy: ADMIN,
    });
    expect(kept()).toEqual([
      {
        Controls: [
          {
            id: '4',
            version: 'cis-1.10',
            detected_version: '1.29',
            node_type: 'node',
            tests: [
              {
                section: '4.2',
                results: [
                  { test_number: '4.2.1', status: 'PASS', scored: true },
                  { test_number: '4.2.6', status: 'FAIL', scored: true },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('takes one part of kube-bench by itself, and lists that Go left out', async () => {
    const [controls] = KUBE_BENCH.Controls;
    expect((await post(BENCH, controls)).status).toBe(201);
    expect(kept()[0].Controls).toHaveLength(1);
    const empty = { Controls: [{ version: 'cis-1.10', tests: null }] };
    expect((await post(BENCH, empty)).status).toBe(201);
  });

  it('keeps the rules of an audit policy', async () => {
    expect((await post(POLICY, AUDIT_POLICY)).status).toBe(201);
    const { metadata, ...rest } = AUDIT_POLICY;
    expect(kept()).toEqual([rest]);
  });

  it('says who posted it where a service did', async () => {
    const response = await ask(api, 'post', POLICY, 'service:external:ci').send(
      AUDIT_POLICY,
    );
    expect(response.body.receivedBy).toBe('external:ci');
  });

  it('drops keys that lead to the prototype of objects', async () => {
    const forged = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(
      AUDIT_POLICY,
    ).slice(1)}`;
    expect((await post(POLICY, forged)).status).toBe(201);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(JSON.stringify(kept())).not.toContain('polluted');
  });

  it.each([
    ['YAML', POLICY, 'apiVersion: audit.k8s.io/v1\nkind: Policy'],
    [
      'a bomb of YAML',
      POLICY,
      'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]',
    ],
    ['half a document', POLICY, '{"apiVersion":"audit.k8s.io/v1","rul'],
    ['nothing', POLICY, ''],
    ['a list', BENCH, '[]'],
    ['a number', BENCH, '7'],
    ['another document', BENCH, '{"kind":"Policy"}'],
    ['an unknown status', BENCH, badResult({ status: 'MAYBE' })],
    ['a number that is none', BENCH, badResult({ test_number: 7 })],
    ['an endless number', BENCH, badResult({ test_number: '4'.repeat(31) })],
    [
      'a policy of another version',
      POLICY,
      badPolicy({ apiVersion: 'audit.k8s.io/v1beta1' }),
    ],
    [
      'a policy of an unknown level',
      POLICY,
      badPolicy({ rules: [{ level: 'All' }] }),
    ],
    ['a policy without rules', POLICY, badPolicy({ rules: undefined })],
    ['very deep lists', BENCH, '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('refuses %s', async (_, path, body) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.any(String),
    });
    expect(response.body.error.message.length).toBeLessThan(2_000);
    expect(kept()).toEqual([]);
  });

  it.each([
    ['no cluster', '/imports/kube-bench'],
    ['two clusters', `${BENCH}&cluster=other`],
    ['a node that is none', `${BENCH}&node=..%2F..%2Fa`],
    ['a node of a policy', `${POLICY}&node=node-1`],
  ])('refuses a request that names %s', async (_, path) => {
    const body = path.includes('bench') ? KUBE_BENCH : AUDIT_POLICY;
    expect((await post(path, body)).status).toBe(400);
  });

  it('refuses what is not sent as JSON', async () => {
    const response = await post(POLICY, AUDIT_POLICY, 'application/yaml');
    expect(response.status).toBe(400);
    expect(kept()).toEqual([]);
  });

  it('knows no cluster that the kubernetes plugin does not list', async () => {
    const path = '/imports/audit-policy?cluster=nowhere';
    expect((await post(path, AUDIT_POLICY)).status).toBe(404);
    expect(kept()).toEqual([]);
  });

  it('takes up to 5 MB, and answers 413 above', async () => {
    const padded = (bytes: number) => {
      const text = JSON.stringify(AUDIT_POLICY);
      return text + ' '.repeat(bytes - text.length);
    };
    expect((await post(POLICY, padded(5 * MEGABYTE))).status).toBe(201);
    const response = await post(POLICY, padded(5 * MEGABYTE + 1));
    expect(response.status).toBe(413);
    expect(response.body.error).toMatchObject({
      name: 'PayloadTooLargeError',
      message: expect.stringContaining('5mb'),
    });
  });

  it('is held in the audit log', async () => {
    api.auditor.createEvent.mockClear();
    await post(`${BENCH}&node=node-1`, KUBE_BENCH);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'import-create',
        severityLevel: 'medium',
        meta: { cluster: 'prod-eu', kind: 'kube-bench', node: 'node-1' },
      }),
    );
  });
});

describe('the documents of a cluster', () => {
  it('are listed without what they say', async () => {
    await post(`${BENCH}&node=node-1`, KUBE_BENCH);
    await post(POLICY, AUDIT_POLICY);
    const response = await ask(api, 'get', '/clusters/prod-eu/imports', ADMIN);
    expect(response.body.items).toEqual([
      expect.objectContaining({ kind: 'audit-policy', cluster: 'prod-eu' }),
      expect.objectContaining({ kind: 'kube-bench', node: 'node-1' }),
    ]);
    expect(response.text).not.toContain('rules');
  });

  it('of a cluster that is not there are not found', async () => {
    const response = await ask(api, 'get', '/clusters/nowhere/imports', ADMIN);
    expect(response.status).toBe(404);
  });
});

function badResult(rest: object): string {
  const result = { test_number: '4.2.1', status: 'PASS', ...rest };
  return JSON.stringify({
    Controls: [{ tests: [{ results: [result] }] }],
  });
}

function badPolicy(rest: object): string {
  return JSON.stringify({ ...AUDIT_POLICY, ...rest });
}
