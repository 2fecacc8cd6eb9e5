import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { Entity } from '@backstage/catalog-model';
import { GateView } from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { KubernetesObject } from 'security-posture-engine';
import request from 'supertest';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { toCatalogEntity } from '../resolve/CatalogEntity';
import { HOUR, NOW } from '../views/__testUtils__/samples';
import { API } from './__testUtils__/callers';
import { startPortal } from './__testUtils__/startPortal';
import { sweepManifests } from './__testUtils__/sweepManifests';

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

const MAY_READ = 'the-token-of-a-pipeline-that-may-read-postures';
const MAY_SCAN = 'the-token-of-a-pipeline-that-may-ask-for-scans';
const MAY_ELSEWHERE = 'the-token-of-a-pipeline-of-another-plugin';

function staticToken(token: string, plugin: string, permission: string) {
  return {
    type: 'static',
    options: { token, subject: token.split('-').at(-1)! },
    accessRestrictions: [{ plugin, permission }],
  };
}

/** As `docs/gate.md` has it: real tokens, checked by the portal itself. */
const STATIC_TOKENS = {
  config: {
    backend: {
      auth: {
        externalAccess: [
          staticToken(
            MAY_READ,
            'security-posture',
            'security-posture.posture.read',
          ),
          staticToken(
            MAY_SCAN,
            'security-posture',
            'security-posture.scan.create',
          ),
          staticToken(MAY_ELSEWHERE, 'catalog', 'catalog.entity.read'),
        ],
      },
    },
  },
  features: [authServiceFactory, httpAuthServiceFactory],
};

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

/** A Deployment with so many privileged containers in as many objects. */
function deployments(name: string, count: number): KubernetesObject[] {
  const labels = { 'backstage.io/kubernetes-id': name };
  const securityContext = { privileged: true };
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${name}-${index}`, namespace: 'shop', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'web', image: 'web:1', securityContext }],
        },
      },
    },
  }));
}

const entities = ['cart', 'ledger', 'nowhere'].map(anEntity);

let knex: Knex;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  knex = await databases.open(databases.ids[0]);
  const objects = [...deployments('cart', 1), ...deployments('ledger', 25)];
  await sweepManifests(knex, objects, entities.map(toCatalogEntity), NOW);
  portal = await startPortal(knex, entities, NOW, STATIC_TOKENS);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await gate('nowhere')).status === 200) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The catalog did not process its entities');
});

afterAll(() => portal?.stop());

function gate(name: string, token = MAY_READ) {
  return request(portal.server)
    .get(`${API}/entities/component/default/${name}/gate`)
    .set('authorization', `Bearer ${token}`);
}

async function answerFor(name: string): Promise<GateView> {
  const { status, body } = await gate(name);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

describe('the gate', () => {
  it('blocks with what is to be mended, gravest first', async () => {
    const answer = await answerFor('cart');
    expect(answer).toMatchObject({
      entityRef: 'component:default/cart',
      verdict: 'block',
      readiness: 'notReady',
      grade: 'F',
      asOf: new Date(NOW).toISOString(),
      reasons: expect.arrayContaining([
        expect.objectContaining({
          kind: 'openFindings',
          severity: 'critical',
          count: 1,
        }),
      ]),
    });
    expect(answer.blockers).toHaveLength(answer.blockersTotal);
    expect(answer.blockers[0]).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      control: 'privileged-container',
      title: expect.any(String),
      severity: 'critical',
      resource: {
        cluster: 'prod-eu',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart-0',
      },
      exemptable: true,
    });
    const counts = answer.reasons.flatMap(reason =>
      reason.kind === 'openFindings' ? [reason.count] : [],
    );
    expect(answer.blockersTotal).toBe(
      counts.reduce((sum, count) => sum + count, 0),
    );
  });

  it('names the first twenty, and says how many there are', async () => {
    const { blockers, blockersTotal } = await answerFor('ledger');
    expect(blockers).toHaveLength(20);
    expect(blockersTotal).toBeGreaterThanOrEqual(25);
    expect(new Set(blockers.map(({ severity }) => severity))).toEqual(
      new Set(['critical']),
    );
  });

  it('blocks what is not known', async () => {
    expect(await answerFor('nowhere')).toMatchObject({
      verdict: 'block',
      readiness: 'unknown',
      reasons: [{ kind: 'nothingEvaluated' }],
      blockers: [],
      blockersTotal: 0,
      score: null,
      grade: null,
      coverage: null,
    });
  });
});

describe('a static token', () => {
  it.each([
    ['that may not read postures', MAY_SCAN, 403],
    ['of another plugin', MAY_ELSEWHERE, 403],
    ['that nobody gave out', 'not-a-token', 401],
  ])('%s opens no gate', async (_, token, status) => {
    const response = await gate('cart', token);
    expect(response.status).toBe(status);
    expect(response.body).not.toHaveProperty('verdict');
  });

  it('that reads postures reads no clusters', async () => {
    const response = await request(portal.server)
      .get(`${API}/clusters`)
      .set('authorization', `Bearer ${MAY_READ}`);
    expect(response.status).toBe(403);
  });

  it('is told of no entity that is not there', async () => {
    expect((await gate('absent')).status).toBe(404);
  });
});

describe('an approved exemption', () => {
  it('takes its finding from the blockers, with what follows from it, until it is over', async () => {
    const { blockers, blockersTotal } = await answerFor('cart');
    await exempt(blockers[0].key, NOW + HOUR);
    const after = await answerFor('cart');
    expect(after.blockers).toEqual(
      blockers.filter(
        ({ control, consequenceOf }) =>
          ![control, consequenceOf].includes('privileged-container'),
      ),
    );
    expect(after.blockersTotal).toBeLessThan(blockersTotal);
    await knex('exemptions').update({ expires_at: NOW });
    expect(await answerFor('cart')).toMatchObject({ blockersTotal });
  });
});

async function exempt(findingKey: string, until: number): Promise<void> {
  const finding = await knex('findings').where({ key: findingKey }).first();
  await knex('exemptions').insert({
    id: 'b2a7c6de-0000-4000-8000-000000000001',
    scope: 'finding',
    control_id: finding.control_id,
    severity: 'critical',
    finding_key: findingKey,
    evidence_hash: finding.evidence_hash,
    subject_id: finding.subject_id,
    entity_ref: 'component:default/cart',
    cluster: 'prod-eu',
    category: 'acceptedRisk',
    reason: 'until the new agent is out',
    state: 'approved',
    source: 'request',
    requested_by: 'user:default/olivia',
    requested_at: NOW,
    expires_at: until,
    version: 2,
  });
}
