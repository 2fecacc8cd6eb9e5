const API = 'apiVersion: rbac.authorization.k8s.io/v1';

/** Service account `web` of namespace `shop`, as a subject. */
export const WEB_ACCOUNT =
  '{ kind: ServiceAccount, name: web, namespace: shop }';

/** A group or a user, as a subject. */
export function subject(kind: 'Group' | 'User', name: string): string {
  return `{ kind: ${kind}, apiGroup: rbac.authorization.k8s.io, name: "${name}" }`;
}

/** A Role where a namespace is given, else a ClusterRole, with rules in flow style. */
export function roleManifest(
  name: string,
  rules: readonly string[],
  namespace?: string,
): string {
  return `${API}
kind: ${namespace ? 'Role' : 'ClusterRole'}
metadata: { name: "${name}"${namespace ? `, namespace: ${namespace}` : ''} }
rules: [${rules.join(', ')}]`;
}

/** A RoleBinding where a namespace is given, else a ClusterRoleBinding, `binding`. `role` is `ClusterRole view`. */
export function bindingManifest(
  role: string,
  subjects: readonly string[],
  namespace?: string,
): string {
  const [kind, name] = role.split(' ', 2);
  return `${API}
kind: ${namespace ? 'RoleBinding' : 'ClusterRoleBinding'}
metadata: { name: binding${namespace ? `, namespace: ${namespace}` : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: "${name}" }
subjects: [${subjects.join(', ')}]`;
}

/** YAML documents as one text. */
export function documents(...manifests: readonly string[]): string {
  return manifests.join('\n---\n');
}

/** A role `tested` with one rule, bound in the whole cluster. */
export function inCluster(rule: string, subjectOf = WEB_ACCOUNT): string {
  return documents(
    roleManifest('tested', [rule]),
    bindingManifest('ClusterRole tested', [subjectOf]),
  );
}

/** A role `tested` with one rule, bound in a namespace. */
export function inNamespace(
  namespace: string,
  rule: string,
  subjectOf = WEB_ACCOUNT,
): string {
  return documents(
    roleManifest('tested', [rule], namespace),
    bindingManifest('Role tested', [subjectOf], namespace),
  );
}

/** A rule on resources of the core group. */
export function core(
  resources: string,
  verbs: string,
  rest: string = '',
): string {
  return `{ apiGroups: [""], resources: [${resources}], verbs: [${verbs}]${
    rest && `, ${rest}`
  } }`;
}

/** A rule on resources of a group. */
export function grouped(
  group: string,
  resources: string,
  verbs: string,
): string {
  return `{ apiGroups: ["${group}"], resources: [${resources}], verbs: [${verbs}] }`;
}
