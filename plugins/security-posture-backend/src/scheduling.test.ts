import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  ClusterView,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { testDatabases } from './database/__testUtils__/testDatabases';
import { ask } from './service/__testUtils__/callers';
import { DemoWorld, OTHER_WEB } from './__testUtils__/DemoWorld';
import { RecordedTelemetry } from './__testUtils__/RecordedTelemetry';
import { startPlugin, StartedPlugin } from './__testUtils__/startPlugin';
import { METRICS } from './telemetry/metrics';

const GUEST = 'user:default/guest';

let world: DemoWorld;
let telemetry: RecordedTelemetry;
beforeAll(async () => {
  telemetry = new RecordedTelemetry();
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());
afterAll(() => telemetry?.stop());

const databases = testDatabases({ heavy: true });

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  let plugin: StartedPlugin;
  afterEach(() => plugin?.stop());

  async function waitFor<T>(
    path: string,
    isReached: (answer: T) => boolean,
  ): Promise<T> {
    const end = Date.now() + 40_000;
    for (;;) {
      const { text } = await ask(plugin, 'get', path, GUEST);
      const answer = JSON.parse(text) as T;
      if (isReached(answer) || Date.now() > end) return answer;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  it("sweeps new clusters soon, and again on request, by Backstage's own scheduler", async () => {
    plugin = await startPlugin({
      knex: await open(),
      scheduler: schedulerServiceFactory,
      kubernetes: world.kubernetes,
      entities: [OTHER_WEB],
    });
    const { items } = await waitFor<{ items: ClusterView[] }>(
      '/clusters',
      answer =>
        answer.items.length === 5 &&
        answer.items.every(({ state }) => state !== 'neverScanned'),
    );
    expect(items.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'gone unreachable',
      'open scanned',
      'other scanned',
      'prod scanned',
      'trap needsUserCredentials',
    ]);

    const asked = await ask(plugin, 'post', '/clusters/open/scan', GUEST);
    expect(asked.status).toBe(202);
    const { id } = asked.body as ScanView;
    const scan = await waitFor<ScanView>(`/scans/${id}`, ({ state }) =>
      ['finished', 'failed'].includes(state),
    );
    expect(scan.state).toBe('finished');
    await expectMetrics(telemetry);
    expectSpans(telemetry);
  });
});

/** Our metrics are the documented ones, and tell what happened to the clusters, and of nothing that runs in them. */
async function expectMetrics(recorded: RecordedTelemetry): Promise<void> {
  const metrics = await recorded.metrics();
  expect(
    [...metrics].map(([name, { descriptor, dataPoints }]) => ({
      name,
      unit: descriptor.unit,
      description: descriptor.description,
      labels: [
        ...new Set(
          dataPoints.flatMap(({ attributes }) => Object.keys(attributes)),
        ),
      ].sort(),
    })),
  ).toEqual(
    expect.arrayContaining(
      Object.values(METRICS).map(({ instrument: _, labels, ...metric }) => ({
        ...metric,
        labels: [...labels].sort(),
      })),
    ),
  );
  expect(metrics.size).toBe(Object.keys(METRICS).length);
  const valuesOf = ({ name }: { name: string }) =>
    Object.fromEntries(
      metrics
        .get(name)!
        .dataPoints.map(({ attributes, value }) => [
          Object.values(attributes).join(' '),
          value,
        ]),
    );
  const sweeps = valuesOf(METRICS.sweepDuration);
  expect(Object.keys(sweeps).sort()).toEqual([
    'gone failed',
    'open complete',
    'other complete',
    'prod complete',
  ]);
  expect(sweeps['open complete']).toMatchObject({ count: 2 });
  const requests = valuesOf(METRICS.clusterRequests);
  expect(requests['open 200']).toBeGreaterThan(20);
  expect(requests).not.toHaveProperty(['gone 200']);
  const objects = valuesOf(METRICS.sweepObjects);
  expect(objects.other).toBeGreaterThan(130);
  expect(objects.gone).toBe(0);
  const findings = valuesOf(METRICS.findings);
  expect(findings['other critical']).toBeGreaterThan(0);
  expect(findings['trap critical']).toBe(0);
  expect(valuesOf(METRICS.entities)).toEqual({
    ready: 0,
    notReady: 1,
    unknown: 0,
  });
  expect(valuesOf(METRICS.queueAge)).toEqual({ '': 0 });
  const told = JSON.stringify([...metrics.values()]);
  expect(told).not.toMatch(/other-web|shop|guest|kube-system/);
}

function expectSpans(recorded: RecordedTelemetry): void {
  const spans = recorded.spans();
  const [sweep] = spans.filter(
    ({ name, attributes }) =>
      name === 'security_posture.sweep' &&
      attributes['security_posture.cluster'] === 'other',
  );
  const parts = spans.filter(
    ({ parentSpanContext }) =>
      parentSpanContext?.spanId === sweep.spanContext().spanId,
  );
  expect(parts.map(({ name }) => name)).toEqual([
    'security_posture.sweep.collect',
    'security_posture.sweep.judge',
    'security_posture.sweep.publish',
  ]);
  expect(spans.map(({ name }) => name)).toContain(
    'security_posture.sweep.resolve',
  );
  const told = JSON.stringify(spans.map(({ attributes }) => attributes));
  expect(told).not.toMatch(/other-web|shop|guest|kube-system/);
}
