import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import techInsights from '@backstage-community/plugin-tech-insights-backend';
import factChecker from '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import module, { SECURITY_POSTURE_RETRIEVER_ID } from './index';
import { aReadyPosture, PostureBackend } from './__testUtils__/PostureBackend';
import { TaskRunner } from './__testUtils__/TaskRunner';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const CART = 'component:default/cart';
const DOCUMENTS = join(__dirname, '../../../docs/tech-insights.md');

/** The configuration in the document: what adopters copy is what is tested. */
function documentedConfig() {
  const [, yaml] = /```yaml\n(techInsights:[\s\S]*?)```/.exec(
    readFileSync(DOCUMENTS, 'utf8'),
  )!;
  return parse(yaml);
}

function aComponent(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  };
}

/** The documented configuration with one check in the place of its own. */
function aCheckThat(fact: string, operator: string, value: unknown) {
  const config = documentedConfig();
  const { securityPostureReady } = config.techInsights.factChecker.checks;
  const conditions = { all: [{ fact, operator, value }] };
  config.techInsights.factChecker.checks = {
    one: { ...securityPostureReady, rule: { conditions } },
  };
  return config;
}

async function startTechInsights(config = documentedConfig()) {
  const posture = new PostureBackend();
  const tasks = new TaskRunner();
  const { server } = await startTestBackend({
    features: [
      techInsights,
      factChecker,
      module,
      posture.feature,
      tasks.factory,
      catalogServiceMock.factory({
        entities: [aComponent('cart'), aComponent('never-scanned')],
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  return {
    posture,
    retrieve: () => tasks.run(SECURITY_POSTURE_RETRIEVER_ID),
    runChecks: async (name: string) => {
      const { body, status } = await request(server)
        .post(`/api/tech-insights/checks/run/default/component/${name}`)
        .send({});
      expect(status).toBe(200);
      return Object.fromEntries(
        (body as { check: { id: string }; result: boolean }[]).map(
          ({ check, result }) => [check.id, result],
        ),
      );
    },
    factsOf: async (name: string) => {
      const { body } = await request(server).get(
        `/api/tech-insights/facts/latest?entity=component:default/${name}&ids[]=${SECURITY_POSTURE_RETRIEVER_ID}`,
      );
      return body[SECURITY_POSTURE_RETRIEVER_ID]?.facts;
    },
    server,
  };
}

const CHECKS = [
  'securityPostureFresh',
  'securityPostureNoCriticalOrHigh',
  'securityPostureCoverage',
  'securityPostureReady',
];

const ALL_PASS = Object.fromEntries(CHECKS.map(id => [id, true]));
const ALL_BLOCK = Object.fromEntries(CHECKS.map(id => [id, false]));

it('documents the configuration of the demo portal', () => {
  const demo = parse(
    readFileSync(join(__dirname, '../../../app-config.yaml'), 'utf8'),
  );
  expect(documentedConfig()).toEqual({ techInsights: demo.techInsights });
});

describe('the documented checks, asked over the API of Tech Insights', () => {
  jest.setTimeout(60_000);

  it('pass for a ready service and block for one that was never scanned', async () => {
    const portal = await startTechInsights();
    portal.posture.items = [aReadyPosture(CART)];
    await portal.retrieve();
    expect(await portal.runChecks('cart')).toEqual(ALL_PASS);
    expect(await portal.runChecks('never-scanned')).toEqual(ALL_BLOCK);
    expect(portal.posture.asked).toEqual([
      [CART, 'component:default/never-scanned'],
    ]);
  });

  it.each<[string, Partial<PostureFacts>, string[]]>([
    [
      'an open critical finding',
      {
        readiness: 'notReady',
        open: { critical: 1, high: 0, medium: 0, low: 0, info: 0 },
      },
      ['securityPostureNoCriticalOrHigh', 'securityPostureReady'],
    ],
    [
      'an open high finding',
      {
        readiness: 'notReady',
        open: { critical: 0, high: 2, medium: 0, low: 0, info: 0 },
      },
      ['securityPostureNoCriticalOrHigh', 'securityPostureReady'],
    ],
    [
      'a scan of yesterday',
      { readiness: 'unknown', scanAgeSeconds: 25 * 3_600 },
      ['securityPostureFresh', 'securityPostureReady'],
    ],
    [
      'a silent cluster',
      { readiness: 'unknown', clustersFailed: 1 },
      ['securityPostureFresh', 'securityPostureReady'],
    ],
    [
      'too little judged',
      { readiness: 'unknown', coverage: 0.89 },
      ['securityPostureCoverage', 'securityPostureReady'],
    ],
    [
      'nothing to judge',
      {
        state: 'noWorkloads',
        readiness: 'unknown',
        score: null,
        raw: null,
        grade: null,
        coverage: null,
        workloads: 0,
        scanAgeSeconds: null,
        controls: {},
      },
      CHECKS,
    ],
  ])('block on %s', async (_, more, blocked) => {
    const portal = await startTechInsights();
    portal.posture.items = [aReadyPosture(CART, more)];
    await portal.retrieve();
    const results = await portal.runChecks('cart');
    expect(CHECKS.filter(id => results[id] !== true)).toEqual(blocked);
    expect(Object.keys(results).sort()).toEqual([...CHECKS].sort());
  });

  it('block where Security Posture fails after it answered', async () => {
    const portal = await startTechInsights();
    portal.posture.items = [aReadyPosture(CART)];
    await portal.retrieve();
    portal.posture.fails = true;
    await portal.retrieve();
    expect(await portal.runChecks('cart')).toEqual(ALL_BLOCK);
    expect(await portal.factsOf('cart')).toMatchObject({
      known: false,
      openCritical: null,
      privilegedContainerPasses: false,
    });
  });

  it('are absent, not passed, before the first row: gates have to compare', async () => {
    const portal = await startTechInsights();
    expect(await portal.runChecks('cart')).toEqual({});
  });

  it('take one control by its fact, and a control that was not judged as failed', async () => {
    const portal = await startTechInsights(
      aCheckThat('privilegedContainerPasses', 'equal', true),
    );
    portal.posture.items = [aReadyPosture(CART)];
    await portal.retrieve();
    expect(await portal.runChecks('cart')).toEqual({ one: true });
    portal.posture.items = [aReadyPosture(CART, { controls: {} })];
    await portal.retrieve();
    expect(await portal.runChecks('cart')).toEqual({ one: false });
  });

  it('take a control that a module adds by the fact of all that are added', async () => {
    const portal = await startTechInsights(
      aCheckThat('addedControlsPassing', 'contains', 'ownRegistryPasses'),
    );
    const resultFor = async (items: readonly PostureFacts[]) => {
      portal.posture.items = [...items];
      await portal.retrieve();
      return portal.runChecks('cart');
    };
    const { controls } = aReadyPosture(CART);
    const judged = (ownRegistryPasses: boolean) => [
      aReadyPosture(CART, { controls: { ...controls, ownRegistryPasses } }),
    ];
    expect(await resultFor(judged(true))).toEqual({ one: true });
    expect(await resultFor(judged(false))).toEqual({ one: false });
    const removed = [aReadyPosture(CART)];
    expect(await resultFor(removed)).toEqual({ one: false });
    expect(await resultFor([])).toEqual({ one: false });
  });

  it('fail aloud where a check names a fact that does not exist', async () => {
    const config = documentedConfig();
    const { securityPostureReady } = config.techInsights.factChecker.checks;
    securityPostureReady.rule.conditions.all[0].fact = 'redy';
    const portal = await startTechInsights(config);
    portal.posture.items = [aReadyPosture(CART)];
    await portal.retrieve();
    const { status } = await request(portal.server)
      .post('/api/tech-insights/checks/run/default/component/cart')
      .send({});
    expect(status).toBe(500);
  });
});
