import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule } from '../model/policyRule';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { usableRule } from './usableRule';
import { memoByList } from './memo';
import { rulesOfClusterRole, rulesOfNamespacedRole } from './rulesOfRole';

/** The lists that rights come from. */
export interface RbacLists {
  readonly roles: readonly KubernetesObject[];
  readonly clusterRoles: readonly KubernetesObject[];
  readonly roleBindings: readonly KubernetesObject[];
  readonly clusterRoleBindings: readonly KubernetesObject[];
}

/** One rule that holds for a service account, and where it comes from. */
export interface GrantedRight {
  readonly rule: PolicyRule;
  /** The namespace that it holds in; undefined for the whole cluster. */
  readonly namespace: string | undefined;
  readonly role: { readonly kind: string; readonly name: string };
  readonly binding: { readonly kind: string; readonly name: string };
}

/** A binding as the index keeps it. */
interface Binding {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly role: { readonly kind: string; readonly name: string };
}

const RBAC_GROUP = 'rbac.authorization.k8s.io';

const bindingsBySubject = memoByList(
  (bindings: readonly KubernetesObject[]) => {
    const index = new Map<string, Binding[]>();
    for (const object of bindings) {
      const binding = bindingOf(object);
      if (!binding || !Array.isArray(object.subjects)) continue;
      for (const subject of object.subjects) {
        const key = isJsonObject(subject) ? subjectKey(subject) : undefined;
        const known = key && index.get(key);
        if (known) known.push(binding);
        else if (key) index.set(key, [binding]);
      }
    }
    return index;
  },
);

/**
 * Everything that RBAC lets a service account do, by its own bindings and by those of the groups that it is in.
 * A binding to a role that does not exist, or that the API server would refuse, grants nothing.
 * Throws MalformedInput where a role that it is bound to has a value of the wrong type.
 */
export function rightsOfServiceAccount(
  namespace: string,
  name: string,
  lists: RbacLists,
): readonly GrantedRight[] {
  const indexes = [
    bindingsBySubject(lists.clusterRoleBindings),
    bindingsBySubject(lists.roleBindings),
  ];
  const subjects = subjectsOfAccount(namespace, name);
  return indexes.flatMap(index => {
    const bindings = subjects.flatMap(subject => index.get(subject) ?? []);
    return [...new Set(bindings)].flatMap(binding =>
      rightsOfBinding(binding, lists),
    );
  });
}

/** The names under which RBAC knows a service account. */
function subjectsOfAccount(namespace: string, name: string): string[] {
  return [
    `ServiceAccount ${namespace}/${name}`,
    `User system:serviceaccount:${namespace}:${name}`,
    'Group system:serviceaccounts',
    `Group system:serviceaccounts:${namespace}`,
    'Group system:authenticated',
  ];
}

function rightsOfBinding(
  { kind, name, namespace, role }: Binding,
  lists: RbacLists,
): GrantedRight[] {
  const rules =
    role.kind === 'ClusterRole'
      ? rulesOfClusterRole(role.name, lists.clusterRoles)
      : rulesOfNamespacedRole(namespace ?? '', role.name, lists.roles);
  return rules.flatMap(rule => {
    const usable = usableRule(rule, namespace !== undefined);
    return usable
      ? [{ rule: usable, namespace, role, binding: { kind, name } }]
      : [];
  });
}

function bindingOf(object: KubernetesObject): Binding | undefined {
  const { kind, metadata, roleRef } = object;
  if (!isJsonObject(roleRef) || typeof roleRef.name !== 'string')
    return undefined;
  const isClusterWide = kind === 'ClusterRoleBinding';
  if (
    roleRef.kind !== 'ClusterRole' &&
    (isClusterWide || roleRef.kind !== 'Role')
  )
    return undefined;
  return {
    kind,
    name: metadata.name,
    namespace: isClusterWide ? undefined : metadata.namespace ?? 'default',
    role: { kind: roleRef.kind, name: roleRef.name },
  };
}

function subjectKey({
  kind,
  name,
  namespace,
  apiGroup,
}: JsonObject): string | undefined {
  if (typeof name !== 'string') return undefined;
  if (kind === 'ServiceAccount')
    return typeof namespace === 'string'
      ? `ServiceAccount ${namespace}/${name}`
      : undefined;
  return (kind === 'User' || kind === 'Group') &&
    (apiGroup === undefined || apiGroup === null || apiGroup === RBAC_GROUP)
    ? `${kind} ${name}`
    : undefined;
}
