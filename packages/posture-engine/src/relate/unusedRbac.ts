import { KubernetesObject } from '../model/kubernetesObject';
import {
  Binding,
  bindingOf,
  BindingSubject,
  subjectsOfBinding,
} from './bindings';
import { BuiltIns } from './builtInBindings';
import { selectorMatches } from './labelSelector';
import { aggregationSelectors } from './rulesOfRole';
import { RbacLists } from './serviceAccountRights';
import { findServiceAccount } from './serviceAccountToken';

/** What RBAC of a cluster keeps that gives nothing to anybody. */
export interface UnusedRbac {
  /** Bindings whose role does not exist. */
  readonly withoutRole: readonly Binding[];
  /** Service accounts that do not exist, by the bindings that name them. */
  readonly withoutAccount: readonly {
    readonly binding: Binding;
    readonly subject: BindingSubject;
  }[];
  /** Roles that no binding names and no other role takes in. */
  readonly unbound: readonly KubernetesObject[];
}

/** The lists that it takes. */
export interface UnusedRbacLists extends RbacLists {
  readonly serviceAccounts: readonly KubernetesObject[];
}

/**
 * Roles and bindings of a whole cluster that nobody uses. What its distribution ships is left out:
 * it makes roles for whoever may need them, and bindings for accounts that come later.
 */
export function unusedRbac(
  lists: UnusedRbacLists,
  builtIns: BuiltIns,
): UnusedRbac {
  const roles = new Map(
    [...lists.clusterRoles, ...lists.roles].map(role => [roleKey(role), role]),
  );
  const bindings = [
    ...lists.clusterRoleBindings,
    ...lists.roleBindings,
  ].flatMap(object => {
    const binding = bindingOf(object);
    return binding ? [{ object, binding }] : [];
  });
  const named = new Set(bindings.map(({ binding }) => keyOfRef(binding)));
  const isKnown = (key: string) => roles.has(key) || builtIns.isShipped(key);
  const isTaken = takenIn(lists.clusterRoles);
  return {
    withoutRole: bindings.flatMap(({ binding }) =>
      isKnown(keyOfRef(binding)) ? [] : [binding],
    ),
    withoutAccount: bindings.flatMap(({ object, binding }) =>
      subjectsOfBinding(object)
        .filter(
          subject =>
            isMissing(subject, lists.serviceAccounts) &&
            !builtIns.pairOf(binding, subject),
        )
        .map(subject => ({ binding, subject })),
    ),
    unbound: [...roles].flatMap(([key, role]) =>
      named.has(key) || builtIns.isShipped(key) || isTaken(role) ? [] : [role],
    ),
  };
}

function isMissing(
  { kind, name, namespace = '' }: BindingSubject,
  serviceAccounts: readonly KubernetesObject[],
): boolean {
  return (
    kind === 'ServiceAccount' &&
    !findServiceAccount(namespace, name, serviceAccounts)
  );
}

/** `ClusterRole view`, `Role shop/web`. */
function roleKey({ kind, metadata }: KubernetesObject): string {
  return kind === 'ClusterRole'
    ? `ClusterRole ${metadata.name}`
    : `Role ${metadata.namespace ?? 'default'}/${metadata.name}`;
}

function keyOfRef({ namespace, role }: Binding): string {
  return role.kind === 'ClusterRole'
    ? `ClusterRole ${role.name}`
    : `Role ${namespace}/${role.name}`;
}

/** Tells the cluster roles that another one aggregates. */
function takenIn(
  clusterRoles: readonly KubernetesObject[],
): (role: KubernetesObject) => boolean {
  const selectors = clusterRoles.flatMap(aggregationSelectors);
  return ({ kind, metadata }) =>
    kind === 'ClusterRole' &&
    selectors.some(selector =>
      selectorMatches(selector, metadata.labels ?? {}),
    );
}
