import { KubernetesObject } from '../model/kubernetesObject';
import { parseExample } from '../testing';
import { judgeExample, LIBRARY_EXAMPLES } from '../testing/libraryExamples';
import { POD_WRAPPERS } from '../testing/podWrappers';
import { turnedRound } from '../testing/turnedRound';
import { withNulls } from '../testing/withNulls';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const PLAIN = LIBRARY_EXAMPLES.filter(
  ({ control, given }) =>
    control.subject === 'workload' && !/^kind:/m.test(given),
);

describe('every example', () => {
  it.each(LIBRARY_EXAMPLES.map(one => [one.label, one] as const))(
    '%s is judged as it says',
    (_, one) => {
      expect(judgeExample(one).outcome).toBe(one.outcome);
    },
  );

  it.each(LIBRARY_EXAMPLES.map(one => [one.label, one] as const))(
    '%s is left as it was, and judged alike twice',
    (_, one) => {
      const objects = deepFreeze(parseExample(one.given));
      expect(JSON.stringify(judgeExample(one, objects))).toBe(
        JSON.stringify(judgeExample(one, objects)),
      );
    },
  );

  it.each(LIBRARY_EXAMPLES.map(one => [one.label, one] as const))(
    '%s does not depend on order',
    (_, one) => {
      const turned = turnedRound(parseExample(one.given)) as KubernetesObject[];
      const before = judgeExample(one);
      const after = judgeExample(one, turned);
      expect([after.outcome, after.severity, after.violations.length]).toEqual([
        before.outcome,
        before.severity,
        before.violations.length,
      ]);
    },
  );

  it.each(LIBRARY_EXAMPLES.map(one => [one.label, one] as const))(
    '%s takes null for absent',
    (_, one) => {
      const nulls = withNulls(parseExample(one.given)) as KubernetesObject[];
      expect(judgeExample(one, nulls)).toEqual(judgeExample(one));
    },
  );

  it.each(
    PLAIN.flatMap(one =>
      Object.keys(POD_WRAPPERS).map(kind => [one.label, kind, one] as const),
    ),
  )('%s is judged alike in a %s', (_, kind, one) => {
    const [{ spec }] = parseExample(one.given) as unknown as [
      { spec: { template: { spec: unknown; metadata: unknown } } },
    ];
    const wrapped = POD_WRAPPERS[kind](
      spec.template.spec,
      spec.template.metadata,
    );
    const before = judgeExample(one);
    const after = judgeExample(one, [wrapped]);
    expect([after.outcome, after.reason, after.severity]).toEqual([
      before.outcome,
      before.reason,
      before.severity,
    ]);
    expect(after.violations.map(({ field }) => field)).toEqual(
      before.violations.map(({ field }) => field),
    );
  });
});
