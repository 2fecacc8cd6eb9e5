import {
  EvaluateRequest,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { KubernetesObject } from 'security-posture-engine';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { HOUR, NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { PLATFORM_ENGINEER, startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

const CART = 'component:default/cart';
const STRANGER = 'user:default/stranger';
const SECRET = 'hunter2-of-the-database';

function anEntity(name: string): Entity {
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
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  };
}

/** The Deployment of a service, with more in its pods and its container. */
function aDeployment(
  { container = {}, pod = {} }: { container?: object; pod?: object } = {},
  name = 'cart',
): KubernetesObject {
  const labels = { 'backstage.io/kubernetes-id': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          ...pod,
          containers: [{ name: 'web', image: 'web:1', ...container }],
        },
      },
    },
  };
}

const PRIVILEGED = { securityContext: { privileged: true } };
const PATCH = {
  kind: 'Deployment',
  namespace: 'shop',
  name: 'cart',
};

let knex: Knex;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  knex = await databases.open(databases.ids[0]);
  const entities = ['cart', 'nowhere'].map(anEntity);
  const objects = [
    aDeployment({ container: PRIVILEGED, pod: { hostPID: true } }),
  ];
  await sweepManifests(knex, objects, entities.map(toCatalogEntity), NOW);
  portal = await startPortal(knex, entities, NOW);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const path = '/entities/component/default/nowhere/gate';
    const { status } = await ask(portal, 'get', path, PLATFORM_ENGINEER);
    if (status === 200) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The catalog did not process its entities');
});

afterAll(() => portal?.stop());

function post(body: object, caller: string = PLATFORM_ENGINEER) {
  return ask(portal, 'post', '/evaluate', caller).send(body);
}

async function evaluate(
  manifests: unknown,
  more: Partial<EvaluateRequest> = {},
): Promise<EvaluateResponse> {
  const response = await post({
    manifests: JSON.stringify(manifests),
    ...more,
  });
  expect(response.text).not.toContain(SECRET);
  expect(response.status).toBe(200);
  return response.body;
}

function findingOf({ findings }: EvaluateResponse, control: string) {
  return findings.find(finding => finding.control === control);
}

describe('POST evaluate', () => {
  it('tells findings, score, readiness, and what manifests do not show', async () => {
    const env = [{ name: 'DATABASE_PASSWORD', value: SECRET }];
    const answer = await evaluate([
      aDeployment({ container: { ...PRIVILEGED, env } }),
    ]);
    expect(answer).toMatchObject({
      objects: 1,
      workloads: 1,
      readiness: 'notReady',
      kubernetesVersion: '1.36',
    });
    expect(answer.findings[0]).toMatchObject({
      control: 'privileged-container',
      outcome: 'fail',
      severity: 'critical',
      resource: { kind: 'Deployment', namespace: 'shop', name: 'cart' },
      violations: [{ container: 'web', actual: true }],
    });
    expect(answer.score.value).toBeLessThan(40);
    expect(answer.open.critical).toBeGreaterThan(0);
    expect(findingOf(answer, 'secrets-in-env')?.outcome).toBe('fail');
    expect(answer.notEvaluated).toContainEqual(
      expect.objectContaining({ reason: 'partial', note: expect.any(String) }),
    );
    expect(answer).not.toHaveProperty('comparison');
    expect(answer.findingsTotal).toBe(answer.findings.length);
  });

  it('knows nothing of an empty list', async () => {
    expect(await evaluate([])).toMatchObject({
      objects: 0,
      readiness: 'unknown',
      reasons: [{ kind: 'nothingEvaluated' }],
      score: { value: null },
    });
  });

  it('judges for the version that is named', async () => {
    const answer = await evaluate([aDeployment()], {
      kubernetesVersion: 'v1.30.2',
    });
    expect(answer.kubernetesVersion).toBe('1.30');
  });

  it('stores nothing', async () => {
    const count = async () => {
      const rows = await knex('subjects').count({ count: '*' });
      return Number(rows[0].count);
    };
    const before = await count();
    await evaluate([aDeployment({}, 'another')], { entityRef: CART });
    expect(await count()).toBe(before);
  });

  it('says that there are more findings than it names', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      aDeployment({ container: PRIVILEGED }, `d${index}`),
    );
    const answer = await evaluate(many);
    expect(answer.findings).toHaveLength(1_000);
    expect(answer.findingsTotal).toBeGreaterThan(1_000);
    expect(
      answer.findings.filter(({ severity }) => severity === 'critical'),
    ).toHaveLength(answer.open.critical);
  });
});

describe('beside the live entity', () => {
  it('tells what is new, what fails already and what is fixed', async () => {
    const manifests = [
      aDeployment({ container: PRIVILEGED, pod: { hostNetwork: true } }),
    ];
    const answer = await evaluate(manifests, { entityRef: 'component:cart' });
    expect(findingOf(answer, 'host-network')?.standing).toBe('new');
    expect(findingOf(answer, 'privileged-container')?.standing).toBe(
      'alreadyFailing',
    );
    expect(answer.comparison).toMatchObject({
      entityRef: CART,
      state: 'judged',
      exempted: 0,
      fixed: [{ control: 'host-pid', cluster: 'prod-eu' }],
    });
  });

  it('calls nothing fixed that the manifests do not hold', async () => {
    const answer = await evaluate([aDeployment({}, 'another')], {
      entityRef: CART,
    });
    expect(answer.comparison?.fixed).toEqual([]);
  });

  it('says that there is nothing to compare with', async () => {
    const answer = await evaluate([aDeployment()], {
      entityRef: 'component:default/nowhere',
    });
    expect(answer.comparison).toMatchObject({
      state: 'noWorkloads',
      alreadyFailing: 0,
    });
  });

  it('honours exemptions, of a control and of a finding, until they are over', async () => {
    const manifests = [
      aDeployment({ container: PRIVILEGED, pod: { hostPID: true } }),
    ];
    const before = await evaluate(manifests, { entityRef: CART });
    await exempt('run-as-non-root', {
      id: 'b2a7c6de-0000-4000-8000-000000000011',
      scope: 'entity',
    });
    const { key } = await knex('findings')
      .where({ control_id: 'privileged-container' })
      .first();
    await exempt('privileged-container', {
      id: 'b2a7c6de-0000-4000-8000-000000000012',
      scope: 'finding',
      finding_key: key,
    });
    const after = await evaluate(manifests, { entityRef: CART });
    expect(findingOf(after, 'privileged-container')?.exempted).toBe(true);
    expect(findingOf(after, 'host-pid')?.exempted).toBe(false);
    expect(after.open.critical).toBe(before.open.critical - 1);
    expect(after.comparison?.exempted).toBeGreaterThan(1);
    const other = await evaluate([aDeployment({ container: PRIVILEGED })]);
    expect(findingOf(other, 'privileged-container')).not.toHaveProperty(
      'exempted',
    );
    await knex('exemptions').update({ expires_at: NOW });
    const over = await evaluate(manifests, { entityRef: CART });
    expect(over.comparison?.exempted).toBe(0);
  });
});

describe('a proposed patch', () => {
  const ofContainer = (container: object) => ({
    spec: {
      template: { spec: { containers: [{ name: 'web', ...container }] } },
    },
  });

  it.each<[string, object, object]>([
    [
      'that fixes',
      ofContainer({ securityContext: { privileged: false } }),
      {
        verdict: 'fixes',
        fixes: expect.arrayContaining(['privileged-container']),
      },
    ],
    [
      'that breaks',
      { spec: { template: { spec: { hostPID: true } } } },
      { verdict: 'breaks', breaks: ['host-pid'] },
    ],
    ['that does nothing', {}, { verdict: 'changesNothing', fixes: [] }],
    [
      'of another object',
      { kind: 'Pod' },
      { verdict: 'notApplicable', problem: 'The patch names another kind' },
    ],
  ])('%s is told as such', async (_, patch, verdict) => {
    const answer = await evaluate([aDeployment({ container: PRIVILEGED })], {
      patches: [{ ...PATCH, patch: JSON.stringify(patch) }],
    });
    expect(answer.patches).toMatchObject([verdict]);
  });
});

describe('a request', () => {
  const manifests = JSON.stringify([aDeployment()]);

  it.each<[string, object, number, RegExp]>([
    ['without manifests', {}, 400, /manifests/],
    [
      'of objects that are no text',
      { manifests: [aDeployment()] },
      400,
      /manifests/,
    ],
    ['that is no JSON inside', { manifests: '{' }, 400, /is no JSON/],
    [
      'with a word too many',
      { manifests, store: true },
      400,
      /additional properties/,
    ],
    ['of no version', { manifests, kubernetesVersion: '2' }, 400, /1\.20 on/],
    ['with no ref', { manifests, entityRef: 'a b' }, 400, /entityRef/],
    [
      'for an entity that is not there',
      { manifests, entityRef: 'component:default/absent' },
      404,
      /shows you no entity/,
    ],
    [
      'with a patch of an object that is not there',
      { manifests, patches: [{ ...PATCH, name: 'other', patch: '{}' }] },
      400,
      /^patch 1 is for a workload that is not in manifests/,
    ],
    [
      'with a patch that is no JSON',
      { manifests, patches: [{ ...PATCH, patch: 'spec:' }] },
      400,
      /^patch 1 is no JSON/,
    ],
    [
      'with a patch of a prototype',
      { manifests, patches: [{ ...PATCH, patch: '{"__proto__":{}}' }] },
      400,
      /^patch 1 has the key __proto__/,
    ],
    [
      'above 5 MB',
      { manifests: 'x'.repeat(5_300_000) },
      413,
      /larger than 5mb/,
    ],
  ])('%s is refused', async (_, body, status, words) => {
    const response = await post(body);
    expect(response.body.error?.message).toMatch(words);
    expect(response.status).toBe(status);
  });

  it('for an entity that is hidden is refused as for one that is not there', async () => {
    const hidden = await post({ manifests, entityRef: CART }, STRANGER);
    const absent = await post(
      { manifests, entityRef: 'component:default/absent' },
      STRANGER,
    );
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toBe(
      absent.body.error.message.replace('absent', 'cart'),
    );
  });
});

async function exempt(control: string, over: object): Promise<void> {
  const finding = await knex('findings')
    .where({ control_id: control })
    .whereNull('closed_at')
    .first();
  await knex('exemptions').insert({
    control_id: control,
    severity: finding.severity,
    evidence_hash: finding.evidence_hash,
    subject_id: finding.subject_id,
    entity_ref: CART,
    cluster: 'prod-eu',
    category: 'acceptedRisk',
    reason: 'until the new agent is out',
    state: 'approved',
    source: 'request',
    requested_by: 'user:default/olivia',
    requested_at: NOW,
    expires_at: NOW + HOUR,
    version: 2,
    ...over,
  });
}
