import {
  allControls,
  DEFAULT_SETTINGS,
  DEFAULT_TABLES,
} from 'security-posture-engine';
import { NOW, settings } from '../views/__testUtils__/samples';
import { evaluateManifests } from './evaluateManifests';

const CONTEXT = {
  settings,
  engine: DEFAULT_SETTINGS,
  tables: () => DEFAULT_TABLES,
};

function deployments(count: number): string {
  return JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `d${index}` },
      spec: { template: { spec: { containers: [{ name: 'a', image: 'a' }] } } },
    })),
  );
}

it('lets others be served while it judges', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const request = { manifests: deployments(1_000) };
  const answer = await evaluateManifests(CONTEXT, request, undefined, NOW);
  clearInterval(timer);
  expect(answer.workloads).toBe(1_000);
  expect(turns).toBeGreaterThan(5);
});

it('judges by the settings of the portal', async () => {
  const manifests = deployments(1);
  const trusting = { ...DEFAULT_SETTINGS, trustedRegistries: ['docker.io'] };
  const strict = { ...DEFAULT_SETTINGS, trustedRegistries: ['example.com'] };
  const [open, closed] = await Promise.all(
    [trusting, strict].map(engine =>
      evaluateManifests({ ...CONTEXT, engine }, { manifests }, undefined, NOW),
    ),
  );
  expect(closed.findingsTotal).toBeGreaterThan(open.findingsTotal);
});

it('names a control that throws, and takes it for no pass', async () => {
  const [control] = allControls().filter(
    ({ subject }) => subject === 'workload',
  );
  const broken = {
    ...control,
    evaluate: () => {
      throw new Error('no');
    },
  };
  const controls = [broken] as typeof settings.controls;
  const context = { ...CONTEXT, settings: { ...settings, controls } };
  const request = { manifests: deployments(1) };
  const answer = await evaluateManifests(context, request, undefined, NOW);
  expect(answer).toMatchObject({
    readiness: 'unknown',
    findings: [{ control: control.id, reason: 'controlError' }],
  });
});
