import {
  JsonObject,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { NamespaceTest } from './admissionPolicy';
import { Coverage, weakest } from './coverage';
import { namesTest } from './namespaceNames';
import { namespaceSelectorAt } from './namespaceSelector';

interface Override {
  readonly enforced: Coverage;
  readonly takes: NamespaceTest;
}

/**
 * Where a rule refuses: by its own `failureAction`, else by that of the policy, which is `Audit` where nothing is set.
 * The first override that takes a namespace decides there.
 */
export function kyvernoActionAt(
  spec: JsonObject,
  rule: JsonObject,
  path: string,
): NamespaceTest {
  const own = stringAt(rule, 'failureAction', path);
  const action = own ?? stringAt(spec, 'validationFailureAction', 'spec');
  const overrides = [
    ...overridesAt(rule, 'failureActionOverrides', path),
    ...overridesAt(spec, 'validationFailureActionOverrides', 'spec'),
  ];
  return namespace => {
    let unless: Coverage | undefined;
    for (const { enforced, takes } of overrides) {
      const taken = takes(namespace);
      if (taken === 'no') continue;
      if (taken === 'covers') return agreed(unless, enforced);
      unless = agreed(unless, enforced);
    }
    return agreed(unless, enforcement(action));
  };
}

function agreed(one: Coverage | undefined, other: Coverage): Coverage {
  return one === undefined || one === other ? other : 'unsure';
}

function enforcement(action = 'Audit'): Coverage {
  return action.toLowerCase() === 'enforce' ? 'covers' : 'no';
}

function overridesAt(
  object: JsonObject,
  key: string,
  path: string,
): readonly Override[] {
  return objectsAt(object, key, path).map((override, index) => {
    const place = `${path}.${key}[${index}]`;
    const named = namesTest(stringsAt(override, 'namespaces', place));
    const selected = namespaceSelectorAt(override, 'namespaceSelector', place);
    return {
      enforced: enforcement(stringAt(override, 'action', place)),
      takes: namespace => weakest([named(namespace), selected(namespace)]),
    };
  });
}
