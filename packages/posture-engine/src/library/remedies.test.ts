import { KubernetesObject } from '../model/kubernetesObject';
import { parseExample } from '../testing';
import {
  judgeExample,
  judgeExampleBy,
  LIBRARY_EXAMPLES,
} from '../testing/libraryExamples';
import { allControls } from './controlLibrary';

const CONTROLS = allControls();

/** Examples that fail and whose control offers objects for them. */
const REMEDIED = LIBRARY_EXAMPLES.filter(
  ({ outcome, control }) => outcome === 'fail' && control.remedy !== undefined,
).flatMap(one => {
  const { subject, violations } = judgeExample(one);
  const remedy = one.control.remedy?.(subject, violations);
  return remedy ? [{ ...one, remedy }] : [];
});

/** The objects of a cluster once others are applied to it: those of the same kind and name are replaced. */
function applied(
  objects: readonly KubernetesObject[],
  remedy: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const keyOf = ({ apiVersion, kind, metadata }: KubernetesObject) =>
    [apiVersion, kind, metadata.namespace ?? '', metadata.name].join('/');
  const byKey = new Map(remedy.map(object => [keyOf(object), object]));
  const kept = objects.map(object => {
    const replacement = byKey.get(keyOf(object));
    byKey.delete(keyOf(object));
    return replacement ?? object;
  });
  return [...kept, ...byKey.values()];
}

describe('every remedy', () => {
  it.each(
    CONTROLS.filter(({ remedy }) => remedy).map(({ id }) => [id] as const),
  )('%s has an example that it fixes', id => {
    expect(REMEDIED.some(({ control }) => control.id === id)).toBe(true);
  });

  it.each(REMEDIED.map(one => [one.label, one] as const))(
    '%s is fixed by it, and nothing else breaks',
    (_, one) => {
      const before = parseExample(one.given);
      const after = applied(before, one.remedy);
      expect(judgeExample(one, after).outcome).toBe('pass');
      const failing = (objects: readonly KubernetesObject[]) =>
        judgeExampleBy(CONTROLS, one, objects)
          .filter(({ outcome }) => outcome === 'fail')
          .map(({ control }) => control);
      expect(failing(before)).toEqual(expect.arrayContaining(failing(after)));
    },
  );

  it.each(REMEDIED.map(one => [one.label, one] as const))(
    '%s names the same objects each time, and what they are',
    (_, { control, remedy, given, surroundings, ...one }) => {
      const { subject, violations } = judgeExample({
        control,
        given,
        surroundings,
        ...one,
      });
      expect(control.remedy?.(subject, violations)).toEqual(remedy);
      for (const { apiVersion, kind, metadata } of remedy)
        expect([apiVersion, kind, metadata.name].every(Boolean)).toBe(true);
    },
  );
});
