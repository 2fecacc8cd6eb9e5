import { rankFixes } from 'security-posture-engine';
import {
  aFinding,
  CRITICAL,
  HIGH,
  MEDIUM,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { fixFirst } from './fixFirst';
import { indexControls } from './PostureSettings';

const controls = indexControls(settings.controls);
const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };

const fixes = rankFixes(
  talliesBut({
    [CRITICAL]: { ...NONE, fail: { critical: 2 } },
    'seccomp-unconfined': {
      ...NONE,
      fail: { high: 2 },
      consequences: { [CRITICAL]: { high: 2 } },
    },
    [HIGH]: { ...NONE, fail: { high: 2 } },
    [MEDIUM]: { ...NONE, fail: { medium: 3 } },
    'memory-limit': { ...NONE, fail: { low: 1 } },
  }),
  settings.profile,
);

function named(control: string, name: string) {
  return aFinding({
    key: `${control}-${name}`,
    control,
    subject: { ...aFinding().subject, name },
  });
}

const failing = [
  named(CRITICAL, 'api'),
  named(CRITICAL, 'worker'),
  named(HIGH, 'api'),
  named(MEDIUM, 'api'),
];

describe('fixFirst', () => {
  it('names the first three fixes with the workloads of each', () => {
    const items = fixFirst(fixes, failing, controls);
    expect(
      items.map(({ control, workloads }) => [
        control,
        workloads.map(({ name }) => name),
      ]),
    ).toEqual([
      [CRITICAL, ['api', 'worker']],
      [HIGH, ['api']],
      [MEDIUM, ['api']],
    ]);
  });

  it('says what one fix is, where, what it brings and what ends with it', () => {
    const [first] = fixFirst(fixes, failing, controls);
    const control = controls.get(CRITICAL)!;
    const { before, after } = fixes[0];
    expect(first).toMatchObject({
      severity: 'critical',
      title: control.failureTitle,
      why: control.why,
      fix: control.fix,
      workloadsTotal: 2,
      place: {
        container: 'agent',
        path: 'spec.template.spec.containers[0].securityContext.privileged',
        message: 'container "agent" is privileged',
      },
      alsoEnds: ['seccomp-unconfined'],
      effect: {
        scoreFrom: before.value,
        scoreTo: after.value,
        gradeFrom: 'F',
        gradeTo: 'D',
        severityOpen: 2,
        severityFewer: 2,
      },
      findingKey: `${CRITICAL}-api`,
    });
    expect(after.value).toBeGreaterThan(before.value!);
    expect(first.patches.map(({ resource }) => resource.name)).toEqual([
      'api',
      'worker',
    ]);
  });

  it('shows twenty workloads and three patches of many, and how many there are', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      named(CRITICAL, `api-${index}`),
    );
    const [first] = fixFirst(fixes.slice(0, 1), many, controls);
    expect(first.workloads).toHaveLength(20);
    expect(first.workloadsTotal).toBe(30);
    expect(first.patches).toHaveLength(3);
  });

  it('leaves out a fix whose findings were closed meanwhile', () => {
    const rest = failing.filter(({ control }) => control !== CRITICAL);
    expect(
      fixFirst(fixes, rest, controls).map(({ control }) => control),
    ).toEqual([HIGH, MEDIUM]);
  });
});
