import { Control, PodSecurityLevel } from '../model/control';
import { Workload } from '../model/workload';
import { allControls } from '../library/controlLibrary';
import { DEFAULT_SETTINGS } from '../model/settings';
import { parseKubernetesVersion } from '../model/kubernetesVersion';
import { anInventory, CLUSTER, parseExample, TEST_NOW } from '../testing';
import { defineClusterControl, pass } from '../kit';
import { createEvaluator } from './evaluateInventory';

/** What a control is told of the first workload of an example. */
function askMeets(
  podSpec: string,
  level: PodSecurityLevel,
  version = '1.36',
): boolean | undefined {
  const inventory = anInventory(parseExample(podSpec), {
    kubernetesVersion: parseKubernetesVersion(version),
  });
  let answer: boolean | undefined;
  const asking = defineClusterControl({
    ...(allControls().find(({ subject }) => subject === 'cluster') as Control),
    needs: ['workloads'],
    examples: { pass: [], fail: [] },
    evaluateLeftovers: undefined,
    remedy: undefined,
    evaluate(_, context) {
      const [workload] = context.inventory.workloads as readonly Workload[];
      answer = context.podSecurity.meets(workload, level);
      expect(context.podSecurity.meets(workload, level)).toBe(answer);
      return pass();
    },
  });
  const [{ outcome }] = createEvaluator([asking], inventory, {
    now: TEST_NOW,
    settings: DEFAULT_SETTINGS,
  }).evaluate({ subject: CLUSTER });
  expect(outcome).toBe('pass');
  return answer;
}

const PLAIN = 'containers: [{ name: web }]';
const HARDENED = `
securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
containers:
  - name: web
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }`;
const PRIVILEGED =
  'containers: [{ name: web, securityContext: { privileged: true } }]';
const UNREADABLE =
  'containers: [{ name: web, securityContext: { privileged: "no" } }]';

describe('what a control is told of Pod Security Admission', () => {
  it.each<[string, string, PodSecurityLevel, boolean | undefined]>([
    ['a plain pod at baseline', PLAIN, 'baseline', true],
    ['a plain pod at restricted', PLAIN, 'restricted', false],
    ['a hardened pod at baseline', HARDENED, 'baseline', true],
    ['a hardened pod at restricted', HARDENED, 'restricted', true],
    ['a privileged pod at baseline', PRIVILEGED, 'baseline', false],
    ['a pod that cannot be read', UNREADABLE, 'baseline', undefined],
    [
      'a pod that cannot be read and that something else refuses',
      `hostPID: true\n${UNREADABLE}`,
      'baseline',
      false,
    ],
  ])('%s', (_, podSpec, level, expected) => {
    expect(askMeets(podSpec, level)).toBe(expected);
  });

  it('is by the version of the cluster', () => {
    const asWindows = `os: { name: windows }\n${HARDENED.replace(
      ', seccompProfile: { type: RuntimeDefault }',
      '',
    )}`;
    expect(askMeets(asWindows, 'restricted', '1.24')).toBe(false);
    expect(askMeets(asWindows, 'restricted', '1.25')).toBe(true);
  });
});
