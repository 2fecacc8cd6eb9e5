import { DEFAULT_CLUSTER_ROLES, DEFAULT_ROLES } from '../data/defaultRoles';
import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule, policyRulesOf } from '../model/policyRule';
import { objectOrEmpty, objectsAt } from '../read/typedReads';
import { LabelSelector, selectorMatches } from './labelSelector';
import { memoByList } from './memo';
import { readObjectSelector } from './objectSelector';

const NO_RULES: readonly PolicyRule[] = Object.freeze([]);

const rulesByRole = new WeakMap<KubernetesObject, readonly PolicyRule[]>();

const roleIndex = memoByList((roles: readonly KubernetesObject[]) => ({
  byKey: new Map(
    roles.map(role => [
      `${role.metadata.namespace ?? 'default'}/${role.metadata.name}`,
      role,
    ]),
  ),
  rules: new Map<string, readonly PolicyRule[]>(),
}));

const clusterRoleIndex = memoByList(
  (clusterRoles: readonly KubernetesObject[]) => ({
    byName: new Map(clusterRoles.map(role => [role.metadata.name, role])),
    rules: new Map<string, readonly PolicyRule[]>(),
  }),
);

/**
 * The rules of a ClusterRole by its name, those that it aggregates included. One that does not exist has none,
 * unless every API server makes it for itself. Cycles of aggregation end where they close.
 * Each role is resolved once. Throws MalformedInput where the role, or one that it aggregates, has a value of the wrong type.
 */
export function rulesOfClusterRole(
  name: string,
  clusterRoles: readonly KubernetesObject[],
): readonly PolicyRule[] {
  const { rules, byName } = clusterRoleIndex(clusterRoles);
  let known = rules.get(name);
  if (!known) {
    const role = byName.get(name);
    known = role
      ? resolvedRules(role, clusterRoles)
      : ownEntry(DEFAULT_CLUSTER_ROLES, name);
    rules.set(name, known);
  }
  return known;
}

/** The rules of a Role. One that does not exist has none, unless every API server makes it for itself. */
export function rulesOfNamespacedRole(
  namespace: string,
  name: string,
  roles: readonly KubernetesObject[],
): readonly PolicyRule[] {
  const { rules, byKey } = roleIndex(roles);
  const key = `${namespace}/${name}`;
  let known = rules.get(key);
  if (!known) {
    const role = byKey.get(key);
    known = role
      ? policyRulesOf(role, `Role ${key}`)
      : ownEntry(DEFAULT_ROLES, key);
    rules.set(key, known);
  }
  return known;
}

function ownEntry(
  table: Readonly<Record<string, readonly PolicyRule[]>>,
  key: string,
): readonly PolicyRule[] {
  return Object.prototype.hasOwnProperty.call(table, key)
    ? table[key]
    : NO_RULES;
}

/** Own rules and those of every role that is aggregated, directly or by another: each role is taken in once. */
function resolvedRules(
  role: KubernetesObject,
  clusterRoles: readonly KubernetesObject[],
): readonly PolicyRule[] {
  const rules = [...ownRules(role)];
  let waiting = clusterRoles.filter(other => other !== role);
  const taken = [role];
  // Grows while it is walked through.
  for (const one of taken) {
    const selectors = aggregationSelectors(one);
    if (selectors.length === 0) continue;
    const isSelected = (other: KubernetesObject) =>
      selectors.some(selector =>
        selectorMatches(selector, other.metadata.labels ?? {}),
      );
    const selected = new Set(waiting.filter(isSelected));
    waiting = waiting.filter(other => !selected.has(other));
    for (const other of selected) {
      taken.push(other);
      rules.push(...ownRules(other));
    }
  }
  return rules;
}

/** Read once: many roles may take in the same one. */
function ownRules(role: KubernetesObject): readonly PolicyRule[] {
  let rules = rulesByRole.get(role);
  if (!rules) {
    rules = policyRulesOf(role, `ClusterRole ${role.metadata.name}`);
    rulesByRole.set(role, rules);
  }
  return rules;
}

/** The selectors by which a ClusterRole takes in others. Throws MalformedInput where one has the wrong shape. */
export function aggregationSelectors(role: KubernetesObject): LabelSelector[] {
  const path = `ClusterRole ${role.metadata.name}.aggregationRule`;
  const aggregation = objectOrEmpty(
    role,
    'aggregationRule',
    `ClusterRole ${role.metadata.name}`,
  );
  return objectsAt(aggregation, 'clusterRoleSelectors', path).map(
    (selector, index) =>
      readObjectSelector(selector, `${path}.clusterRoleSelectors[${index}]`),
  );
}
