import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import { DAY_MS } from '../exemptions/ExemptionSettings';
import { aFinding, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, refOf } from './__testUtils__/company';
import { APPROVER, startApi, StartedApi } from './__testUtils__/startApi';
import { exemptionPaths } from './openapi/paths/exemptions';

const NOBODY = 'user:default/nobody';
const KEY = 'b'.repeat(32);
const later = new Date(NOW + DAY_MS).toISOString();

let api: StartedApi;
let id: string;
let attestation: string;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(async () => {
  foundCompany(api);
  api.policy.rights.set(NOBODY, {
    denied: securityPosturePermissions.map(({ name }) => name),
  });
  api.exemptions.findings = [
    {
      key: KEY,
      control: 'privileged-container',
      cluster: 'prod-eu',
      subjectId: 1,
      subjectType: 'workload',
      outcome: 'fail',
      severity: 'critical',
      evidenceHash: 'c'.repeat(32),
      entityRefs: [refOf(0)],
    },
  ];
  api.reader.findings = [
    {
      finding: aFinding({ key: KEY, control: 'privileged-container' }),
      entityRefs: [refOf(0)],
    },
  ];
  const asked = {
    scope: 'finding' as const,
    control: 'privileged-container',
    findingKey: KEY,
    entityRef: refOf(0),
    severity: 'critical' as const,
    category: 'acceptedRisk' as const,
    reason: 'It is asked for in a test',
    requestedBy: ADMIN,
    expiresAt: NOW + 2 * DAY_MS,
  };
  ({ id } = await api.exemptions.create(asked, NOW));
  const stated = {
    cluster: 'prod-eu',
    control: 'penetration-test',
    outcome: 'pass' as const,
    statement: 'It was looked at in a test',
    author: ADMIN,
    expiresAt: NOW + DAY_MS,
  };
  ({ id: attestation } = await api.attestations.save(stated, NOW));
});

afterAll(() => api.stop());

const target = { scope: 'finding', findingKey: KEY, entityRef: refOf(0) };
const request = {
  ...target,
  category: 'migration',
  reason: 'The node agent needs it',
  expiresAt: later,
};
const statement = {
  cluster: 'prod-eu',
  control: 'penetration-test',
  outcome: 'pass',
  statement: 'The firm Example tested it',
  expiresAt: later,
};

const ROUTES: readonly [
  method: 'get' | 'post',
  path: string,
  status: number,
  body?: object,
][] = [
  ['get', '/exemptions', 200],
  ['post', '/exemptions', 201, request],
  ['post', '/exemptions/preview', 200, target],
  ['get', '/exemptions/register', 200],
  ['get', `/exemptions/options?findingKey=${KEY}&entity=${refOf(0)}`, 200],
  ['get', '/exemptions/:id', 200],
  ['post', '/exemptions/:id/approve', 200],
  ['post', '/exemptions/:id/deny', 200, { note: 'Not so' }],
  ['post', '/exemptions/:id/shorten', 200, { expiresAt: later }],
  ['post', '/exemptions/:id/revoke', 200],
  ['get', '/attestations', 200],
  ['post', '/attestations', 201, statement],
  ['post', '/attestations/:attestation/withdraw', 200],
];

it('looks at every documented route of exemptions and attestations', () => {
  const documented = Object.values(exemptionPaths).flatMap(Object.keys);
  expect(ROUTES).toHaveLength(documented.length);
});

describe.each(ROUTES)('%s %s', (method, path, status, body) => {
  const send = (caller?: string) =>
    ask(
      api,
      method,
      path.replace(':id', id).replace(':attestation', attestation),
      caller,
    ).send(body);

  it('answers an approver', async () => {
    expect((await send(APPROVER)).status).toBe(status);
  });

  it('asks for credentials', async () => {
    expect((await send()).status).toBe(401);
  });

  it('refuses a user without permissions', async () => {
    const response = await send(NOBODY);
    expect(response.status).toBe(403);
    expect(response.body.error.name).toBe('NotAllowedError');
  });

  it('answers a service to questions only, but for what it could ask for', async () => {
    const response = await send('service:external:ci');
    const forPeople = method === 'post' || path.includes('/options?');
    expect(response.status).toBe(forPeople ? 403 : 200);
  });

  it('writes steps down as audit events', async () => {
    api.auditor.createEvent.mockClear();
    await send(APPROVER);
    const events = api.auditor.createEvent.mock.calls.map(([event]) => [
      event.eventId,
      event.severityLevel,
    ]);
    const [area, , step = 'create'] = path.slice(1).split('/');
    const isStep = method === 'post' && !path.endsWith('/preview');
    expect(events).toEqual(
      isStep ? [[`${area.slice(0, -1)}-${step}`, 'medium']] : [],
    );
  });
});
