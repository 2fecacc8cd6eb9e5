import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule } from '../model/policyRule';
import {
  accountKey,
  Binding,
  bindingOf,
  BindingSubject,
  RoleLists,
  rulesOfBinding,
  subjectsOfBinding,
} from './bindings';
import { memoByList, memoLatest } from './memo';
import { addTo } from './addTo';

/** The lists that rights come from. */
export interface RbacLists extends RoleLists {
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

/** A binding that reaches a service account, and the subject by which it does: the account itself or a group. */
export interface ReachingBinding {
  readonly binding: Binding;
  readonly subject: BindingSubject;
}

const bindingsBySubject = memoByList(
  (bindings: readonly KubernetesObject[]) => {
    const index = new Map<string, ReachingBinding[]>();
    for (const object of bindings) {
      const binding = bindingOf(object);
      if (!binding) continue;
      for (const subject of subjectsOfBinding(object)) {
        addTo(index, subject.key, { binding, subject });
      }
    }
    return index;
  },
);

/**
 * The bindings that reach a service account, its own and those of the groups that it is in, each once:
 * ClusterRoleBindings before RoleBindings.
 */
export function bindingsOfServiceAccount(
  namespace: string,
  name: string,
  lists: Pick<RbacLists, 'roleBindings' | 'clusterRoleBindings'>,
): readonly ReachingBinding[] {
  const keys = keysOfAccount(namespace, name);
  return [lists.clusterRoleBindings, lists.roleBindings].flatMap(list => {
    const index = bindingsBySubject(list);
    const known = new Map<Binding, ReachingBinding>();
    for (const one of keys.flatMap(key => index.get(key) ?? []))
      if (!known.has(one.binding)) known.set(one.binding, one);
    return [...known.values()];
  });
}

/** The bindings that name a subject by this key, as `subjectsOfBinding` has it. */
export function bindingsOfSubject(
  key: string,
  lists: Pick<RbacLists, 'roleBindings' | 'clusterRoleBindings'>,
): readonly ReachingBinding[] {
  return [lists.clusterRoleBindings, lists.roleBindings].flatMap(
    list => bindingsBySubject(list).get(key) ?? [],
  );
}

/** Bindings of groups reach every account that is in them. */
const rightsOfBinding = memoLatest(
  (binding: Binding, rules: readonly PolicyRule[]): readonly GrantedRight[] =>
    rules.map(rule => ({
      rule,
      namespace: binding.namespace,
      role: binding.role,
      binding: { kind: binding.kind, name: binding.name },
    })),
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
  return bindingsOfServiceAccount(namespace, name, lists).flatMap(
    ({ binding }) => rightsOfBinding(binding, rulesOfBinding(binding, lists)),
  );
}

/** The keys by which bindings may name a service account: its own, then those of its groups. */
function keysOfAccount(namespace: string, name: string): string[] {
  return [
    accountKey(namespace, name),
    'Group system:serviceaccounts',
    `Group system:serviceaccounts:${namespace}`,
    'Group system:authenticated',
  ];
}
