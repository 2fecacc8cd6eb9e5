import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule } from '../model/policyRule';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { rulesOfClusterRole, rulesOfNamespacedRole } from './rulesOfRole';
import { usableRules } from './usableRule';

/** The lists that the rules of roles come from. */
export interface RoleLists {
  readonly roles: readonly KubernetesObject[];
  readonly clusterRoles: readonly KubernetesObject[];
}

/** The role that a binding names. */
export interface RoleRef {
  readonly kind: 'ClusterRole' | 'Role';
  readonly name: string;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly kind: string;
  readonly name: string;
  /** Undefined for a ClusterRoleBinding, which holds everywhere. */
  readonly namespace: string | undefined;
  readonly role: RoleRef;
}

/** Whom a binding names, by a place in its list. */
export interface BindingSubject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  /** Of a service account. */
  readonly namespace?: string;
  /** `Group system:masters`; `ServiceAccount shop/web` for an account by either of its names. */
  readonly key: string;
  /** Its place in the list of subjects. */
  readonly index: number;
}

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const ACCOUNT_AS_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** What a binding says, or undefined where the API server would refuse it. */
export function bindingOf(object: KubernetesObject): Binding | undefined {
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

/** The subjects of a binding, without those that the API server would refuse. */
export function subjectsOfBinding({
  subjects,
}: KubernetesObject): readonly BindingSubject[] {
  if (!Array.isArray(subjects)) return [];
  return subjects.flatMap(
    (subject: unknown, index) =>
      (isJsonObject(subject) && subjectAt(subject, index)) || [],
  );
}

/**
 * What the role of a binding lets its subjects do: nothing where there is no such role, and in a namespace only what has one.
 * The same role gives the same list. Throws MalformedInput where the role has a value of the wrong type.
 */
export function rulesOfBinding(
  { namespace, role }: Binding,
  lists: RoleLists,
): readonly PolicyRule[] {
  const rules =
    role.kind === 'ClusterRole'
      ? rulesOfClusterRole(role.name, lists.clusterRoles)
      : rulesOfNamespacedRole(namespace ?? '', role.name, lists.roles);
  return usableRules(rules, namespace !== undefined);
}

function subjectAt(
  { kind, name, namespace, apiGroup }: JsonObject,
  index: number,
): BindingSubject | undefined {
  if (typeof name !== 'string') return undefined;
  if (kind === 'ServiceAccount')
    return typeof namespace === 'string'
      ? { kind, name, namespace, key: accountKey(namespace, name), index }
      : undefined;
  const isOfRbac =
    apiGroup === undefined || apiGroup === null || apiGroup === RBAC_GROUP;
  if ((kind !== 'User' && kind !== 'Group') || !isOfRbac) return undefined;
  const account = kind === 'User' ? ACCOUNT_AS_USER.exec(name) : null;
  return {
    kind,
    name,
    key: account ? accountKey(account[1], account[2]) : `${kind} ${name}`,
    index,
  };
}

/** The key under which bindings know a service account. */
export function accountKey(namespace: string, name: string): string {
  return `ServiceAccount ${namespace}/${name}`;
}
