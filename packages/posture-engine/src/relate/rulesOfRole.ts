import { DEFAULT_CLUSTER_ROLES, DEFAULT_ROLES } from '../data/defaultRoles';
import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule, policyRulesOf } from '../model/policyRule';
import { objectOrEmpty, objectsAt } from '../read/typedReads';
import { LabelSelector, selectorMatches } from './labelSelector';
import { memoByList } from './memo';
import { readObjectSelector } from './objectSelector';

const NO_RULES: readonly PolicyRule[] = Object.freeze([]);

const rolesByKey = memoByList(
  (roles: readonly KubernetesObject[]): ReadonlyMap<string, KubernetesObject> =>
    new Map(
      roles.map(role => [
        `${role.metadata.namespace ?? 'default'}/${role.metadata.name}`,
        role,
      ]),
    ),
);

const clusterRoleIndex = memoByList(
  (clusterRoles: readonly KubernetesObject[]) => ({
    byName: new Map(clusterRoles.map(role => [role.metadata.name, role])),
    rules: new Map<string, readonly PolicyRule[]>(),
  }),
);

/**
 * The rules of a ClusterRole by its name, those that it aggregates included. One that does not exist has none,
 * unless every API server makes it for itself. Cycles of aggregation end where they close.
 * Throws MalformedInput where the role, or one that it aggregates, has a value of the wrong type.
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
      ? collectRules(role, clusterRoles, new Set())
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
  const key = `${namespace}/${name}`;
  const role = rolesByKey(roles).get(key);
  return role
    ? policyRulesOf(role, `Role ${key}`)
    : ownEntry(DEFAULT_ROLES, key);
}

function ownEntry(
  table: Readonly<Record<string, readonly PolicyRule[]>>,
  key: string,
): readonly PolicyRule[] {
  return Object.prototype.hasOwnProperty.call(table, key)
    ? table[key]
    : NO_RULES;
}

/** Own rules and those of every role that is aggregated and was not visited. */
function collectRules(
  role: KubernetesObject,
  clusterRoles: readonly KubernetesObject[],
  visited: Set<string>,
): readonly PolicyRule[] {
  visited.add(role.metadata.name);
  const own = policyRulesOf(role, `ClusterRole ${role.metadata.name}`);
  const selectors = aggregationSelectors(role);
  if (selectors.length === 0) return own;
  return [
    ...own,
    ...clusterRoles
      .filter(other =>
        selectors.some(selector =>
          selectorMatches(selector, other.metadata.labels ?? {}),
        ),
      )
      .flatMap(other =>
        visited.has(other.metadata.name)
          ? []
          : collectRules(other, clusterRoles, visited),
      ),
  ];
}

function aggregationSelectors(role: KubernetesObject): LabelSelector[] {
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
