import { SecurityPostureClient } from './SecurityPostureClient';

const BASE = 'http://portal.example/api/security-posture';

function aClient(
  answer: { status: number; body: unknown } = { status: 200, body: {} },
) {
  const requests: {
    method: string;
    url: string;
    authorization: string | null;
  }[] = [];
  const client = new SecurityPostureClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.example/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        const url = String(input);
        requests.push({
          method: init?.method ?? 'GET',
          url: url.slice(BASE.length),
          authorization: new Headers(init?.headers).get('authorization'),
        });
        return {
          ok: answer.status < 400,
          status: answer.status,
          statusText: 'answer',
          headers: new Headers({ 'content-type': 'application/json' }),
          json: async () => answer.body,
          text: async () => JSON.stringify(answer.body),
        } as Response;
      },
    },
  });
  return { client, requests };
}

const REF = 'component:default/payments-api';

describe('SecurityPostureClient', () => {
  it.each<
    [
      string,
      (client: SecurityPostureClient) => Promise<unknown>,
      string,
      string,
    ]
  >([
    ['the library', client => client.getControls(), 'GET', '/v1/controls'],
    [
      'a control',
      client => client.getControl('host-pid'),
      'GET',
      '/v1/controls/host-pid',
    ],
    [
      'the frameworks',
      client => client.getFrameworks(),
      'GET',
      '/v1/frameworks',
    ],
    ['entities', client => client.getEntities(), 'GET', '/v1/entities'],
    [
      'the gate of an entity',
      client => client.getEntityGate(REF),
      'GET',
      '/v1/entities/component/default/payments-api/gate',
    ],
    [
      'who can reach an entity',
      client => client.getEntityExposure(REF),
      'GET',
      '/v1/entities/component/default/payments-api/exposure',
    ],
    [
      'facts of many entities',
      client => client.getPosturesByRefs([REF]),
      'POST',
      '/v1/postures/by-refs',
    ],
    [
      'what manifests would be',
      client => client.evaluate({ manifests: '[]', entityRef: REF }),
      'POST',
      '/v1/evaluate',
    ],
    [
      'exemptions',
      client =>
        client.getExemptions({
          states: ['pending', 'approved'],
          expiresWithinDays: 7,
          appliesToNothing: true,
        }),
      'GET',
      '/v1/exemptions?states=pending%2Capproved&expiresWithinDays=7&appliesToNothing=true',
    ],
    [
      'an exemption',
      client => client.getExemption('a/b'),
      'GET',
      '/v1/exemptions/a%2Fb',
    ],
    [
      'a page of the register of exemptions',
      client => client.getExemptionsRegister({ part: 'ended', limit: 10 }),
      'GET',
      '/v1/exemptions/register?part=ended&limit=10',
    ],
    [
      'what can be asked for on a finding',
      client => client.getExemptionOptions({ findingKey: 'a', entity: REF }),
      'GET',
      `/v1/exemptions/options?findingKey=a&entity=${encodeURIComponent(REF)}`,
    ],
    [
      'what an exemption would cover',
      client =>
        client.previewExemption({ scope: 'entity', control: 'host-pid' }),
      'POST',
      '/v1/exemptions/preview',
    ],
    [
      'a new exemption',
      client =>
        client.requestExemption({
          scope: 'entity',
          control: 'host-pid',
          entityRef: REF,
          category: 'migration',
          reason: 'Until it is replaced',
          expiresAt: '2026-12-31',
        }),
      'POST',
      '/v1/exemptions',
    ],
    [
      'an approval',
      client => client.approveExemption('a'),
      'POST',
      '/v1/exemptions/a/approve',
    ],
    [
      'a denial',
      client => client.denyExemption('a'),
      'POST',
      '/v1/exemptions/a/deny',
    ],
    [
      'a shortening',
      client => client.shortenExemption('a', { expiresAt: '2026-12-31' }),
      'POST',
      '/v1/exemptions/a/shorten',
    ],
    [
      'a revocation',
      client => client.revokeExemption('a'),
      'POST',
      '/v1/exemptions/a/revoke',
    ],
    [
      'attestations',
      client => client.getAttestations({ cluster: 'prod', inForce: true }),
      'GET',
      '/v1/attestations?cluster=prod&inForce=true',
    ],
    [
      'a new attestation',
      client =>
        client.attest({
          cluster: 'prod',
          control: 'penetration-test',
          outcome: 'pass',
          statement: 'It was tested',
          expiresAt: '2026-12-31',
        }),
      'POST',
      '/v1/attestations',
    ],
    [
      'an attestation that is taken back',
      client => client.withdrawAttestation('a'),
      'POST',
      '/v1/attestations/a/withdraw',
    ],
    [
      'a page of entities',
      client =>
        client.getEntities({
          readiness: ['notReady', 'unknown'],
          search: 'a&b',
          limit: 10,
        }),
      'GET',
      '/v1/entities?readiness=notReady%2Cunknown&search=a%26b&limit=10',
    ],
    [
      'a posture',
      client => client.getEntityPosture(REF),
      'GET',
      '/v1/entities/component/default/payments-api/posture',
    ],
    [
      'findings',
      client =>
        client.getEntityFindings(REF, {
          severities: ['critical'],
          cursor: undefined,
        }),
      'GET',
      '/v1/entities/component/default/payments-api/findings?severities=critical',
    ],
    ['a finding', client => client.getFinding('0a'), 'GET', '/v1/findings/0a'],
    [
      'a scan of an entity',
      client => client.scanEntity(REF),
      'POST',
      '/v1/entities/component/default/payments-api/scan',
    ],
    [
      'a scan of a cluster',
      client => client.scanCluster('prod/eu'),
      'POST',
      '/v1/clusters/prod%2Feu/scan',
    ],
    ['a scan', client => client.getScan('7'), 'GET', '/v1/scans/7'],
    ['the summary', client => client.getSummary(), 'GET', '/v1/summary'],
    [
      'teams below a group',
      client =>
        client.getTeams({ parent: 'group:default/shop', order: 'change' }),
      'GET',
      '/v1/teams?parent=group%3Adefault%2Fshop&order=change',
    ],
    [
      'systems',
      client => client.getSystems({ search: 'a b' }),
      'GET',
      '/v1/systems?search=a+b',
    ],
    [
      'domains',
      client => client.getDomains({ limit: 10 }),
      'GET',
      '/v1/domains?limit=10',
    ],
    [
      'a trend',
      client => client.getTrend({ scope: 'entity', ref: REF, days: 90 }),
      'GET',
      '/v1/trends?scope=entity&ref=component%3Adefault%2Fpayments-api&days=90',
    ],
    ['the coverage', client => client.getCoverage(), 'GET', '/v1/coverage'],
    [
      'the entities that fail a control',
      client => client.getControlEntities('host-pid', { limit: 5 }),
      'GET',
      '/v1/controls/host-pid/entities?limit=5',
    ],
    [
      'workloads without an owner',
      client => client.getUnownedWorkloads({ cluster: 'prod eu' }),
      'GET',
      '/v1/workloads?owner=none&cluster=prod+eu',
    ],
    [
      'what differs',
      client => client.getDrift('prod-eu', 'prod/us'),
      'GET',
      '/v1/drift?a=prod-eu&b=prod%2Fus',
    ],
    ['clusters', client => client.getClusters(), 'GET', '/v1/clusters'],
    [
      'a cluster',
      client => client.getCluster('prod-eu'),
      'GET',
      '/v1/clusters/prod-eu',
    ],
    [
      'controls by clusters',
      client => client.getClusterMatrix(),
      'GET',
      '/v1/matrix/clusters',
    ],
    [
      'the overview of a cluster',
      client => client.getClusterOverview('prod/eu'),
      'GET',
      '/v1/clusters/prod%2Feu/overview',
    ],
    [
      'the controls of a cluster',
      client => client.getClusterControls('prod/eu'),
      'GET',
      '/v1/clusters/prod%2Feu/controls',
    ],
    [
      'the namespaces of a cluster',
      client => client.getClusterNamespaces('prod/eu', { limit: 9 }),
      'GET',
      '/v1/clusters/prod%2Feu/namespaces?limit=9',
    ],
    [
      'the nodes of a cluster',
      client => client.getClusterNodes('prod/eu', { limit: 9 }),
      'GET',
      '/v1/clusters/prod%2Feu/nodes?limit=9',
    ],
    [
      'risky access in a cluster',
      client => client.getClusterAccess('prod/eu', { cursor: 'c' }),
      'GET',
      '/v1/clusters/prod%2Feu/access?cursor=c',
    ],
    [
      'what may be read of a cluster',
      client => client.getClusterPreflight('prod/eu'),
      'GET',
      '/v1/clusters/prod%2Feu/preflight',
    ],
    [
      'the documents of a cluster',
      client => client.getClusterImports('prod-eu'),
      'GET',
      '/v1/clusters/prod-eu/imports',
    ],
    [
      'a document to be kept',
      client => client.importKubeBench('prod&eu', {}, { node: 'node-1' }),
      'POST',
      '/v1/imports/kube-bench?cluster=prod%26eu&node=node-1',
    ],
    [
      'a policy to be kept',
      client => client.importAuditPolicy('prod-eu', {}),
      'POST',
      '/v1/imports/audit-policy?cluster=prod-eu',
    ],
    [
      'a report to be kept',
      client => client.importReport('image-scan', 'prod-eu', {}),
      'POST',
      '/v1/imports/image-scan?cluster=prod-eu',
    ],
  ])('asks for %s', async (_, ask, method, url) => {
    const { client, requests } = aClient();
    await ask(client);
    expect(requests).toEqual([{ method, url, authorization: null }]);
  });

  it('hands on an export as it comes, under the name that the server gives it', async () => {
    const fetched = jest.fn(
      async (_: unknown) =>
        new Response('a,b', {
          headers: {
            'content-type': 'text/csv',
            'content-disposition': 'attachment; filename="posture.csv"',
          },
        }),
    );
    const client = new SecurityPostureClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: { fetch: fetched as unknown as typeof fetch },
    });
    const { body, ...answer } = await client.getExport({
      scope: 'entity',
      ref: 'component:default/cart',
      format: 'csv',
    });
    expect(answer).toEqual({
      fileName: 'posture.csv',
      contentType: 'text/csv',
    });
    expect(await new Response(body).text()).toBe('a,b');
    expect(fetched.mock.calls[0][0]).toBe(
      `${BASE}/v1/export?scope=entity&ref=component%3Adefault%2Fcart&format=csv`,
    );
  });

  it('asks for an export of what a filter chooses', async () => {
    const { client, requests } = aClient();
    const filter = {
      severities: ['critical' as const, 'high' as const],
      production: false,
      search: 'a&b',
    };
    await client
      .getExport({ scope: 'organisation', ...filter })
      .catch(() => undefined);
    expect(requests.map(({ url }) => url)).toEqual([
      '/v1/export?scope=organisation&severities=critical%2Chigh&production=false&search=a%26b',
    ]);
  });

  it('throws where the server sends no file', async () => {
    const { client } = aClient();
    await expect(client.getExport({ scope: 'organisation' })).rejects.toThrow(
      'The server sent no file',
    );
  });

  it('cannot be led out of its path by a name', async () => {
    const { client, requests } = aClient();
    await client.getControl('../../secrets?x=#');
    expect(requests[0].url).toBe('/v1/controls/..%2F..%2Fsecrets%3Fx%3D%23');
  });

  it('sends the token that it is given', async () => {
    const { client, requests } = aClient();
    await client.getSummary({ token: 'abc' });
    expect(requests[0].authorization).toBe('Bearer abc');
  });

  it('sends documents as JSON', async () => {
    const fetched = jest.fn(
      async (_: unknown, __?: RequestInit) =>
        ({ ok: true, json: async () => ({}) } as Response),
    );
    const client = new SecurityPostureClient({
      discoveryApi: { getBaseUrl: async () => BASE },
      fetchApi: { fetch: fetched as typeof fetch },
    });
    await client.importAuditPolicy('prod-eu', { kind: 'Policy' });
    await client.getSummary();
    const [[, posted], [, asked]] = fetched.mock.calls;
    expect(posted).toMatchObject({
      body: '{"kind":"Policy"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(asked).not.toHaveProperty('body');
  });

  it('throws a ResponseError that carries the status and the message', async () => {
    const { client } = aClient({
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'Ask for it' },
        response: { statusCode: 403 },
      },
    });
    await expect(client.getSummary()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { message: 'Ask for it' },
    });
  });
});
