import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scorecard from '@red-hat-developer-hub/backstage-plugin-scorecard-backend';
import type { JsonObject } from '@backstage/types';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import request from 'supertest';
import { parse } from 'yaml';
import module from './index';
import { PostureBackend } from './__testUtils__/PostureBackend';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const DOCUMENT = join(__dirname, '../../../docs/scorecard.md');
const CART = 'component:default/cart';
const SCORE = 'securityPosture.score';
const CRITICAL = 'securityPosture.openCritical';

function aPosture(more: Partial<PostureFacts> = {}): PostureFacts {
  return {
    entityRef: CART,
    state: 'judged',
    readiness: 'ready',
    score: 95,
    raw: 95,
    grade: 'B',
    coverage: 1,
    open: { critical: 0, high: 0, medium: 1, low: 0, info: 0 },
    workloads: 1,
    controls: {},
    scanAgeSeconds: 600,
    clustersFailed: 0,
    ...more,
  };
}

function openCritical(critical: number): PostureFacts['open'] {
  return { ...aPosture().open, critical };
}

function aComponent(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  };
}

/** A scheduler without a clock: a task runs when the test says so. */
class TaskRunner {
  private readonly tasks: SchedulerServiceTaskInvocationDefinition[] = [];
  readonly frequencies = new Map<string, unknown>();

  readonly factory = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      ({
        createScheduledTaskRunner: ({ frequency }) => ({
          run: async task => {
            this.tasks.push(task);
            this.frequencies.set(task.id, frequency);
          },
        }),
      } as Partial<SchedulerService> as SchedulerService),
  });

  async run(id: string): Promise<void> {
    const task = this.tasks.find(one => one.id === id);
    if (!task) throw new Error(`There is no task ${id}`);
    await task.fn(new AbortController().signal);
  }
}

/** The configuration in the document: what adopters copy is what is tested. */
function documentedConfig(): JsonObject {
  const document = readFileSync(DOCUMENT, 'utf8');
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(document)!;
  return parse(yaml);
}

async function startScorecard(config: JsonObject = {}) {
  const posture = new PostureBackend();
  const tasks = new TaskRunner();
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      scorecard,
      module,
      posture.feature,
      tasks.factory,
      catalogServiceMock.factory({
        entities: [aComponent('cart'), aComponent('unknown')],
      }),
      mockServices.rootConfig.factory({ data: config }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
    ],
  });
  return {
    posture,
    tasks,
    logger,
    /** What the Scorecard shows of an entity: the value and its level, or why there is none. */
    shown: async (metric: string, name = 'cart') => {
      await tasks.run(metric);
      const { body, status } = await request(server).get(
        `/api/scorecard/metrics/catalog/component/default/${name}?metricIds=${metric}`,
      );
      expect(status).toBe(200);
      const [{ status: calculated, error, result }] = body;
      const { value, thresholdResult } = result;
      return calculated === 'error'
        ? { value, error }
        : { value, level: thresholdResult.evaluation };
    },
  };
}

describe('in the Scorecard', () => {
  jest.setTimeout(60_000);

  it.each<[string, Partial<PostureFacts>, string, object]>([
    ['a high score', {}, SCORE, { value: 95, level: 'success' }],
    ['a middling score', { score: 89 }, SCORE, { value: 89, level: 'warning' }],
    ['a low score', { score: 69 }, SCORE, { value: 69, level: 'error' }],
    ['a score of 0', { score: 0 }, SCORE, { value: 0, level: 'error' }],
    ['no open critical', {}, CRITICAL, { value: 0, level: 'success' }],
    [
      'open criticals',
      { open: openCritical(2) },
      CRITICAL,
      { value: 2, level: 'error' },
    ],
    [
      'open criticals, and a silent cluster',
      { open: openCritical(2), clustersFailed: 1 },
      CRITICAL,
      { value: 2, level: 'error' },
    ],
  ])('%s is a value', async (_, more, metric, expected) => {
    const { posture, shown } = await startScorecard();
    posture.items = [aPosture(more)];
    expect(await shown(metric)).toEqual(expected);
  });

  describe.each([SCORE, CRITICAL])('%s is not known, and never 0,', metric => {
    it.each<[string, Partial<PostureFacts>, RegExp]>([
      [
        'where nothing was scanned',
        { state: 'neverScanned', score: null },
        /Nothing was judged: neverScanned/,
      ],
      ['where too little was judged', { score: null }, /Too little/],
      ['where a cluster is silent', { clustersFailed: 1 }, /Nothing fresh/],
    ])('%s', async (_, more, why) => {
      const { posture, shown, logger } = await startScorecard();
      posture.items = [aPosture(more)];
      expect(await shown(metric)).toEqual({
        value: null,
        error: expect.stringMatching(why),
      });
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('where Security Posture does not know the entity, or does not answer', async () => {
      const { posture, shown } = await startScorecard();
      posture.items = [aPosture()];
      expect(await shown(metric, 'unknown')).toEqual({
        value: null,
        error: expect.stringMatching(/does not know/),
      });
      posture.fails = true;
      expect(await shown(metric)).toEqual({
        value: null,
        error: expect.stringMatching(/503/),
      });
    });
  });

  it('goes by the schedule and the levels that the document shows', async () => {
    const { posture, shown, tasks } = await startScorecard(documentedConfig());
    posture.items = [aPosture({ score: 80 })];
    expect(await shown(SCORE)).toEqual({ value: 80, level: 'success' });
    expect(tasks.frequencies.get(SCORE)).toEqual({ minutes: 30 });
    expect(tasks.frequencies.get(CRITICAL)).toEqual({ hours: 1 });
  });

  it('asks for many entities in one request', async () => {
    const { posture, shown } = await startScorecard();
    posture.items = [aPosture()];
    await shown(SCORE);
    expect(posture.asked).toEqual([[CART, 'component:default/unknown']]);
  });
});
