import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  ExemptionDetails,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { KubernetesObject } from 'security-posture-engine';
import { migrationsDirectory } from '../database/migrate';
import { DAY_MS } from '../exemptions/ExemptionSettings';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const OLIVIA = 'user:default/olivia';
const MALLORY = 'user:default/mallory';
const SERVICE = 'service:external:ci';
const CART = 'component:default/cart';
const NOBODYS_ID = '00000000-0000-4000-9000-000000000000';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(120_000);

function anEntity(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-id': name,
        'backstage.io/managed-by-location': 'url:http://example.com',
        'backstage.io/managed-by-origin-location': 'url:http://example.com',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

/** A Deployment that is privileged and on the network of its node, with a port there. */
function aDeployment(name: string): KubernetesObject {
  const labels = { 'backstage.io/kubernetes-id': name };
  const ports = [{ containerPort: 8080, hostPort: 8080 }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          containers: [
            {
              name: 'web',
              image: 'web:1',
              ports,
              securityContext: { privileged: true },
            },
          ],
        },
      },
    },
  };
}

const entities = [anEntity('cart', OLIVIA), anEntity('ledger', MALLORY)];
const objects = [aDeployment('cart'), aDeployment('ledger')];

let knex: Knex;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ directory: migrationsDirectory() });
  await sweepManifests(knex, objects, entities.map(toCatalogEntity), NOW);
  portal = await startPortal(knex, entities, NOW);
  await catalogToAnswer();
});

beforeEach(() => knex('exemptions').delete());

afterAll(() => portal.stop());

/** The catalog processes what it was given in its own time. */
async function catalogToAnswer(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = await Promise.all([
      get('/entities/component/default/cart/posture', OLIVIA),
      get('/entities/component/default/ledger/posture', MALLORY),
    ]);
    if (found.every(({ status }) => status === 200)) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The catalog did not process its entities');
}

function get(path: string, caller: string) {
  return ask(portal, 'get', path, caller);
}

function post(path: string, caller: string, body: object = {}) {
  return ask(portal, 'post', path, caller).send(body);
}

async function findingsOf(name: string, query = ''): Promise<FindingView[]> {
  const { body } = await get(
    `/entities/component/default/${name}/findings?limit=200&outcomes=fail${query}`,
    PLATFORM_ENGINEER,
  );
  return body.items;
}

async function keyOf(control: string, name = 'cart'): Promise<string> {
  const findings = await findingsOf(name, `&control=${control}`);
  return findings[0].key;
}

const days = (count: number) => new Date(NOW + count * DAY_MS).toISOString();

const said = {
  category: 'compensatingControl',
  reason: 'The node agent needs it until it is replaced',
  expiresAt: days(30),
};

async function requested(
  rest: object = {},
  caller = OLIVIA,
): Promise<ExemptionDetails> {
  const findingKey = await keyOf('privileged-container');
  const { status, body } = await post('/exemptions', caller, {
    scope: 'finding',
    findingKey,
    entityRef: CART,
    ...said,
    ...rest,
  });
  expect(status).toBe(201);
  return body;
}

describe('asking for an exemption', () => {
  it('is answered with what it covers, and a history', async () => {
    expect(await requested({ link: 'https://wiki.example/risk/7' })).toEqual({
      id: expect.any(String),
      scope: 'finding',
      state: 'pending',
      control: 'privileged-container',
      title: expect.stringMatching(/\w/),
      severity: 'critical',
      entityRef: CART,
      findingKey: await keyOf('privileged-container'),
      resource: {
        cluster: 'prod-eu',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart',
      },
      ...said,
      link: 'https://wiki.example/risk/7',
      source: 'request',
      requestedBy: OLIVIA,
      requestedAt: days(0),
      version: 1,
      appliesTo: expect.any(Number),
      events: [
        {
          what: 'requested',
          actor: OLIVIA,
          at: days(0),
          expiresAt: days(30),
        },
      ],
      evidence: [
        expect.objectContaining({
          container: 'web',
          field: 'securityContext.privileged',
          actual: true,
        }),
      ],
      may: ['revoke'],
      own: true,
    });
  });

  it('is the same when it is repeated', async () => {
    const first = await requested();
    expect((await requested()).id).toBe(first.id);
  });

  it.each<[string, number, object, string]>([
    ['a short reason', 400, { reason: 'because' }, 'reason'],
    ['a reason of spaces', 400, { reason: ' '.repeat(40) }, 'reason'],
    ['an unknown category', 400, { category: 'laziness' }, 'acceptedRisk'],
    [
      'a link that is no web address',
      400,
      { link: 'ftp://wiki.example/risk' },
      'link',
    ],
    [
      'a field that is not there',
      400,
      { state: 'approved' },
      'additional properties',
    ],
    [
      'an end that is no time',
      400,
      { expiresAt: 'in the next year' },
      'ISO time',
    ],
    [
      'an end in other words',
      400,
      { expiresAt: '1 December 2026' },
      'ISO time',
    ],
    ['an end in the past', 400, { expiresAt: days(-1) }, 'in the future'],
    ['an end at this moment', 400, { expiresAt: days(0) }, 'in the future'],
    [
      'an end after too long for a critical finding',
      400,
      { expiresAt: days(90.1) },
      'at most 90 days',
    ],
    ['an entity that is no ref', 400, { entityRef: ':/' }, 'full ref'],
    [
      'a scope without its finding',
      400,
      { findingKey: undefined },
      'findingKey',
    ],
    ['a scope without its control', 400, { scope: 'entity' }, 'control'],
    [
      'a control that is not there',
      400,
      { scope: 'entity', control: 'no-such-control' },
      'There is no control no-such-control',
    ],
    [
      'a finding that is not there',
      404,
      { findingKey: 'a'.repeat(32) },
      'There is no open finding',
    ],
    [
      'an entity that is hidden',
      404,
      { entityRef: 'component:default/ledger' },
      'The catalog shows you no entity',
    ],
    [
      'an entity that is not there',
      404,
      { entityRef: 'component:default/ghost' },
      'The catalog shows you no entity',
    ],
    [
      'a finding of an entity as if it were nobody’s',
      404,
      { entityRef: undefined },
      'that belongs to no entity',
    ],
    [
      'a critical control on the whole workload',
      400,
      { scope: 'workload' },
      'each critical finding needs an exemption of its own',
    ],
    [
      'a critical control on the whole entity',
      400,
      { scope: 'entity', control: 'privileged-container' },
      'each critical finding needs an exemption of its own',
    ],
  ])('refuses %s', async (_, status, change, message) => {
    const findingKey = await keyOf('privileged-container');
    const response = await post('/exemptions', OLIVIA, {
      scope: 'finding',
      findingKey,
      entityRef: CART,
      ...said,
      ...change,
    });
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('refuses the finding of another entity, in the words of one that is not there', async () => {
    const body = { scope: 'finding', entityRef: CART, ...said };
    const others = await post('/exemptions', OLIVIA, {
      ...body,
      findingKey: await keyOf('privileged-container', 'ledger'),
    });
    expect(others.status).toBe(404);
    expect(others.body.error.message).toContain('There is no open finding');
  });

  it('refuses a consequence, and says of what', async () => {
    const findings = await findingsOf('cart');
    const consequence = findings.find(({ consequenceOf }) => consequenceOf)!;
    const response = await post('/exemptions', OLIVIA, {
      scope: 'finding',
      findingKey: consequence.key,
      entityRef: CART,
      ...said,
    });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(
      `a consequence of ${consequence.consequenceOf}`,
    );
  });

  it('refuses what is not evaluated', async () => {
    const { body } = await get(
      '/entities/component/default/cart/findings?outcomes=notEvaluated&limit=200',
      OLIVIA,
    );
    const gapFree = await Promise.all(
      (body.items as FindingView[]).map(async ({ key }) =>
        (await knex('findings').where({ key }).first('id')) ? key : undefined,
      ),
    );
    const findingKey = gapFree.find(key => key !== undefined);
    expect(findingKey).toBeDefined();
    const response = await post('/exemptions', OLIVIA, {
      scope: 'finding',
      findingKey,
      entityRef: CART,
      ...said,
    });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('not evaluated');
  });

  it('says before what it would cover, and for how long at most', async () => {
    const findingKey = await keyOf('host-network');
    const target = { scope: 'workload', findingKey, entityRef: CART };
    const { status, body } = await post('/exemptions/preview', OLIVIA, target);
    expect(status).toBe(200);
    expect(body).toEqual({
      control: 'host-network',
      severity: expect.any(String),
      appliesTo: 2,
      consequences: 1,
      criticalLeftOut: 0,
      maxDays: 90,
      effect: expect.objectContaining({ readinessTo: 'notReady' }),
    });
    expect(await knex('exemptions').count({ count: '*' })).toEqual([
      { count: 0 },
    ]);
  });
});

describe('what can be asked for on a finding', () => {
  const optionsOf = async (control: string, caller = OLIVIA) =>
    get(
      `/exemptions/options?findingKey=${await keyOf(control)}&entity=${CART}`,
      caller,
    );

  it('tells each scope, who decides, and what the finding is on', async () => {
    const { status, body } = await optionsOf('host-network');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      control: 'host-network',
      severity: 'high',
      resource: { kind: 'Deployment', name: 'cart', cluster: 'prod-eu' },
      containers: [],
      options: [
        { scope: 'finding', preview: { appliesTo: 2, consequences: 1 } },
        { scope: 'workload', preview: { appliesTo: 2, maxDays: 90 } },
        { scope: 'entity', preview: { appliesTo: 2, criticalLeftOut: 0 } },
      ],
      approvers: [PLATFORM_ENGINEER],
    });
    expect(body.exemption).toBeUndefined();
  });

  it('lets a critical finding be asked for by itself only', async () => {
    const { body } = await optionsOf('privileged-container');
    expect(body.containers).toEqual(['web']);
    expect(body.options).toEqual([
      { scope: 'finding', preview: expect.objectContaining({ maxDays: 90 }) },
      { scope: 'workload', refused: 'eachCriticalByItself' },
      { scope: 'entity', refused: 'eachCriticalByItself' },
    ]);
  });

  it('foretells score and readiness as they are once it is approved', async () => {
    const findingKey = await keyOf('privileged-container');
    const { body } = await optionsOf('privileged-container');
    const { effect } = body.options[0].preview;
    const posture = async () =>
      (await get('/entities/component/default/cart/posture', OLIVIA)).body;
    expect(effect.scoreFrom).toEqual((await posture()).score);
    const { id } = await requested({ findingKey });
    await post(`/exemptions/${id}/approve`, PLATFORM_ENGINEER);
    const after = await posture();
    expect(after.score).toEqual(effect.scoreTo);
    expect(after.raw).toEqual(effect.raw);
    expect(after.readiness).toBe(effect.readinessTo);
    expect(after.reasons).toEqual(effect.reasonsTo);
    expect(after.exemptions).toEqual({ pending: 0, inForce: 1 });
    const again = await optionsOf('privileged-container');
    expect(again.body.exemption).toMatchObject({ id, state: 'approved' });
    expect(again.body.options[0].preview.effect.scoreTo).toEqual(after.score);
  });

  it.each<[string, string, number, string]>([
    ['of a service, which asks for nothing', SERVICE, 403, 'Only people'],
    ['of who may not see the entity', MALLORY, 404, 'shows you no entity'],
  ])('refuses the question %s', async (_, caller, status, message) => {
    const response = await optionsOf('host-network', caller);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });
});

describe('the register', () => {
  const registerOf = async (caller: string, query = '') =>
    (await get(`/exemptions/register?${query}`, caller)).body;

  it('says how many each part has, and what the caller may do', async () => {
    await requested();
    const denied = await requested({ findingKey: await keyOf('host-network') });
    await post(`/exemptions/${denied.id}/deny`, PLATFORM_ENGINEER, {
      note: 'Use <b>a Service</b> instead',
    });
    const all = await registerOf(PLATFORM_ENGINEER);
    expect(all).toMatchObject({
      total: 2,
      counts: {
        pending: 1,
        expiring: 0,
        inForce: 0,
        appliesToNothing: 0,
        ended: 1,
      },
      decides: true,
    });
    expect(all.items).toMatchObject([
      {
        state: 'pending',
        may: ['approve', 'deny', 'shorten', 'revoke'],
        own: false,
      },
      { state: 'denied', note: 'Use <b>a Service</b> instead', may: [] },
    ]);
    expect(all.items[1].events).toHaveLength(2);
    expect(await registerOf(OLIVIA)).toMatchObject({
      decides: false,
      items: [{ may: ['revoke'], own: true }, { may: [] }],
    });
  });

  it('shows no part of what the caller may not see, counts included', async () => {
    await requested();
    expect(await registerOf(MALLORY)).toMatchObject({
      items: [],
      total: 0,
      counts: { pending: 0 },
      partial: true,
    });
  });

  it('narrows to a part, and to names', async () => {
    const { id } = await requested({ expiresAt: days(10) });
    const totals = async (query: string) => {
      const { total, counts } = await registerOf(OLIVIA, query);
      return [total, counts.expiring, counts.inForce];
    };
    expect(await totals('part=expiring')).toEqual([0, 0, 0]);
    await post(`/exemptions/${id}/approve`, PLATFORM_ENGINEER);
    expect(await totals('part=expiring')).toEqual([1, 1, 1]);
    expect(await totals('part=inForce')).toEqual([1, 1, 1]);
    expect(await totals('part=pending')).toEqual([0, 1, 1]);
    expect(await totals('part=appliesToNothing')).toEqual([0, 1, 1]);
    expect(await totals('part=ended')).toEqual([0, 1, 1]);
    expect(await totals('search=CART')).toEqual([1, 1, 1]);
    expect(await totals('search=runs%20privileged')).toEqual([1, 1, 1]);
    expect(await totals('search=c%25t')).toEqual([0, 0, 0]);
    expect(await totals(`entity=${CART}&control=host-network`)).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('deciding on an exemption', () => {
  it('lets it count at once, and shows it on the finding', async () => {
    const before = (
      await get('/entities/component/default/cart/posture', OLIVIA)
    ).body;
    const { id } = await requested();
    const { status, body } = await post(
      `/exemptions/${id}/approve`,
      PLATFORM_ENGINEER,
      { note: 'Until the agent is replaced', version: 1 },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'approved',
      decidedBy: PLATFORM_ENGINEER,
      version: 2,
    });
    const after = (
      await get('/entities/component/default/cart/posture', OLIVIA)
    ).body;
    expect(after.score.value).toBeGreaterThan(before.score.value);
    expect(after.raw).toEqual(before.raw);
    const [exempted] = await findingsOf('cart', '&exempted=true');
    expect(exempted).toMatchObject({
      control: 'privileged-container',
      exemption: {
        id,
        state: 'approved',
        scope: 'finding',
        expiresAt: days(30),
      },
    });
    const others = await findingsOf('cart', '&exempted=false');
    expect(others.map(({ key }) => key)).not.toContain(exempted.key);
    const finding = await get(`/findings/${exempted.key}`, OLIVIA);
    expect(finding.body.exemption).toMatchObject({ id });
  });

  it('is for another than who asked', async () => {
    const findingKey = await keyOf('host-network');
    const { id } = await requested({ findingKey }, PLATFORM_ENGINEER);
    for (const step of ['approve', 'deny']) {
      const { status, body } = await post(
        `/exemptions/${id}/${step}`,
        PLATFORM_ENGINEER,
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain('You asked for this exemption');
    }
    const revoked = await post(`/exemptions/${id}/revoke`, PLATFORM_ENGINEER);
    expect(revoked.body.state).toBe('revoked');
  });

  it.each(['approve', 'deny', 'shorten'])(
    'is for members of approving groups: %s',
    async step => {
      const { id } = await requested();
      const { status, body } = await post(`/exemptions/${id}/${step}`, OLIVIA, {
        ...(step === 'shorten' ? { expiresAt: days(1) } : {}),
      });
      expect(status).toBe(403);
      expect(body.error.message).toContain('approvers');
    },
  );

  it('shows a denial with its words on the finding, until somebody asks again', async () => {
    const { id, findingKey } = await requested();
    await post(`/exemptions/${id}/deny`, PLATFORM_ENGINEER, {
      note: 'Use the build without it',
    });
    const shown = async () =>
      (await get(`/findings/${findingKey}`, OLIVIA)).body.exemption;
    expect(await shown()).toMatchObject({
      id,
      state: 'denied',
      decidedBy: PLATFORM_ENGINEER,
      note: 'Use the build without it',
    });
    const again = await requested();
    expect(await shown()).toMatchObject({ id: again.id, state: 'pending' });
  });

  it('is taken once', async () => {
    const { id } = await requested();
    const path = `/exemptions/${id}/approve`;
    const first = await post(path, PLATFORM_ENGINEER);
    const again = await post(path, PLATFORM_ENGINEER);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const denied = await post(`/exemptions/${id}/deny`, PLATFORM_ENGINEER);
    expect(denied.status).toBe(409);
    expect(denied.body.error.message).toBe(
      `It cannot be denied, for the exemption is approved by ${PLATFORM_ENGINEER} already`,
    );
  });

  it('shortens, and makes nothing longer', async () => {
    const { id } = await requested();
    const shorten = (count: number) =>
      post(`/exemptions/${id}/shorten`, PLATFORM_ENGINEER, {
        expiresAt: days(count),
      });
    expect((await shorten(10)).body.expiresAt).toBe(days(10));
    expect((await shorten(11)).status).toBe(400);
    expect((await shorten(-1)).status).toBe(400);
    const { body } = await get(`/exemptions/${id}`, OLIVIA);
    expect(body.events.map(({ what }: { what: string }) => what)).toEqual([
      'requested',
      'shortened',
    ]);
  });

  it('takes it back for who asked, and for nobody else', async () => {
    const { id } = await requested();
    const hidden = await post(`/exemptions/${id}/revoke`, MALLORY);
    const absent = await post(`/exemptions/${NOBODYS_ID}/revoke`, MALLORY);
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace(id, '')).toBe(
      absent.body.error.message.replace(NOBODYS_ID, ''),
    );
    const revoked = await post(`/exemptions/${id}/revoke`, OLIVIA, {
      note: 'Mended',
    });
    expect(revoked.body).toMatchObject({ state: 'revoked', appliesTo: 0 });
  });
});

describe('lists of exemptions', () => {
  const listed = async (caller: string, query = '') => {
    const { status, body } = await get(`/exemptions?${query}`, caller);
    expect(status).toBe(200);
    return body;
  };

  it('show what the caller may see, and say that it is not all', async () => {
    const { id } = await requested();
    expect(await listed(OLIVIA)).toMatchObject({
      items: [{ id }],
      total: 1,
      partial: true,
    });
    expect(await listed(MALLORY)).toEqual({
      items: [],
      total: 0,
      partial: true,
    });
    expect((await get(`/exemptions/${id}`, MALLORY)).status).toBe(404);
    expect(await listed(SERVICE)).toMatchObject({ total: 1, partial: false });
  });

  it('page by cursor, which belongs to its query', async () => {
    await requested();
    await requested({ findingKey: await keyOf('host-network') });
    const first = await listed(OLIVIA, 'limit=1');
    const second = await listed(OLIVIA, `limit=1&cursor=${first.nextCursor}`);
    expect(second.items).toHaveLength(1);
    expect(second.items[0].id).not.toBe(first.items[0].id);
    expect(second.nextCursor).toBeUndefined();
    const foreign = await get(
      `/exemptions?states=denied&cursor=${first.nextCursor}`,
      OLIVIA,
    );
    expect(foreign.status).toBe(400);
  });

  it('filter', async () => {
    await requested();
    const total = async (query: string) => (await listed(OLIVIA, query)).total;
    expect(await total('states=pending,approved')).toBe(1);
    expect(await total('states=denied')).toBe(0);
    expect(await total(`entity=${CART}`)).toBe(1);
    expect(await total('control=host-network')).toBe(0);
    expect(await total('expiresWithinDays=30')).toBe(0);
    expect(await total('appliesToNothing=true')).toBe(0);
    expect(await total('appliesToNothing=false')).toBe(1);
  });
});

describe('attesting', () => {
  const statement = {
    cluster: 'prod-eu',
    control: 'penetration-test',
    outcome: 'pass',
    statement: 'The firm Example tested it in October',
    expiresAt: days(100),
  };

  const outcomes = async () =>
    knex('findings')
      .where({ control_id: 'penetration-test' })
      .whereNull('closed_at')
      .union(
        knex('gaps')
          .where({ control_id: 'penetration-test' })
          .whereNull('until')
          .select('reason'),
      )
      .select('reason');

  it('answers what only a person can, from the next sweep on, until it is withdrawn', async () => {
    expect(await outcomes()).toEqual([{ reason: 'manual' }]);
    const { status, body } = await post('/attestations', OLIVIA, statement);
    expect(status).toBe(201);
    expect(body).toMatchObject({ author: OLIVIA, state: 'inForce' });
    const sweep = () =>
      sweepManifests(knex, objects, entities.map(toCatalogEntity), NOW + 1);
    await sweep();
    expect(await outcomes()).toEqual([]);
    const renewed = await post('/attestations', PLATFORM_ENGINEER, statement);
    expect(renewed.status).toBe(201);
    const gone = await post(`/attestations/${body.id}/withdraw`, OLIVIA);
    expect(gone.status).toBe(409);
    const path = `/attestations/${renewed.body.id}/withdraw`;
    expect((await post(path, OLIVIA)).body.state).toBe('withdrawn');
    await sweep();
    expect(await outcomes()).toEqual([{ reason: 'manual' }]);
    const { body: list } = await get('/attestations?cluster=prod-eu', OLIVIA);
    expect(list.total).toBe(2);
  });

  it.each<[string, number, object, string]>([
    [
      'an unknown cluster',
      404,
      { cluster: 'none' },
      'There is no cluster none',
    ],
    [
      'an unknown control',
      400,
      { control: 'none' },
      'There is no control none',
    ],
    [
      'a control that needs no person',
      400,
      { control: 'privileged-container' },
      'does not ask for an attestation',
    ],
    ['more than a year', 400, { expiresAt: days(366) }, 'at most 365 days'],
    ['the past', 400, { expiresAt: days(0) }, 'in the future'],
    ['nothing', 400, { statement: 'yes' }, 'statement'],
    ['another outcome', 400, { outcome: 'unknown' }, 'pass, fail'],
  ])('refuses %s', async (_, status, change, message) => {
    const response = await post('/attestations', OLIVIA, {
      ...statement,
      ...change,
    });
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });
});

describe('a service', () => {
  it.each([
    [
      '/exemptions',
      { scope: 'entity', entityRef: CART, control: 'host-network', ...said },
    ],
    [
      '/exemptions/preview',
      { scope: 'entity', entityRef: CART, control: 'host-network' },
    ],
    [`/exemptions/${NOBODYS_ID}/approve`, {}],
    [`/exemptions/${NOBODYS_ID}/deny`, {}],
    [`/exemptions/${NOBODYS_ID}/shorten`, { expiresAt: days(1) }],
    [`/exemptions/${NOBODYS_ID}/revoke`, {}],
    [
      '/attestations',
      {
        cluster: 'prod-eu',
        control: 'penetration-test',
        outcome: 'pass',
        statement: 'A machine says that it is so',
        expiresAt: days(1),
      },
    ],
    [`/attestations/${NOBODYS_ID}/withdraw`, {}],
  ])('may not post to %s', async (path, body) => {
    const response = await post(path, SERVICE, body);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('Only people');
  });
});
