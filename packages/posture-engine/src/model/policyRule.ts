import { JsonObject, objectsAt, stringsAt } from '../read/typedReads';

/** One rule of a Role or ClusterRole; what it does not set is empty. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** The rules of a role. Throws MalformedInput, its path beginning with `name`, where a value has the wrong type. */
export function policyRulesOf(
  role: JsonObject,
  name: string,
): readonly PolicyRule[] {
  return objectsAt(role, 'rules', name).map((rule, index) => {
    const path = `${name}.rules[${index}]`;
    return {
      verbs: stringsAt(rule, 'verbs', path),
      apiGroups: stringsAt(rule, 'apiGroups', path),
      resources: stringsAt(rule, 'resources', path),
      resourceNames: stringsAt(rule, 'resourceNames', path),
      nonResourceURLs: stringsAt(rule, 'nonResourceURLs', path),
    };
  });
}
