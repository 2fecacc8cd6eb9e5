import {
  JsonObject,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { Coverage, outside, strongest, weakest } from './coverage';
import { NamespaceTest } from './admissionPolicy';
import { namespaceSelectorAt, selectsSomeObjects } from './namespaceSelector';

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  operations: ['CREATE', '*'],
  apiGroups: ['', '*'],
  apiVersions: ['v1', '*'],
  resources: ['pods', '*', '*/*'],
};

/** Whether rules of an admission webhook, or of a policy in the same form, take in pods that are made. */
export function rulesTakePods(
  object: JsonObject,
  key: string,
  path: string,
): Coverage {
  return strongest(
    objectsAt(object, key, path).map((rule, index) =>
      ruleTakesPods(rule, `${path}.${key}[${index}]`),
    ),
  );
}

function ruleTakesPods(rule: JsonObject, path: string): Coverage {
  const isTaken = Object.entries(TAKEN).every(([key, values]) =>
    stringsAt(rule, key, path).some(value => values.includes(value)),
  );
  if (!isTaken || stringAt(rule, 'scope', path) === 'Cluster') return 'no';
  return stringsAt(rule, 'resourceNames', path).length ? 'unsure' : 'covers';
}

/**
 * Whether `matchConstraints` of a policy, or `matchResources` of its binding, take in the pods of a namespace.
 * Pods choose their labels themselves, so that a selector of objects makes it unsure.
 */
export function matchTest(
  match: JsonObject,
  path: string,
  whenWithoutRules: Coverage,
): NamespaceTest {
  const selected = namespaceSelectorAt(match, 'namespaceSelector', path);
  const hasRules = objectsAt(match, 'resourceRules', path).length > 0;
  const always = weakest([
    hasRules ? rulesTakePods(match, 'resourceRules', path) : whenWithoutRules,
    outside(rulesTakePods(match, 'excludeResourceRules', path)),
    selectsSomeObjects(match, 'objectSelector', path) ? 'unsure' : 'covers',
  ]);
  return namespace => weakest([always, selected(namespace)]);
}
