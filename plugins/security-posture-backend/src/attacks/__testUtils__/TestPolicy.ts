import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { SEEN_LABEL } from './halves';

/** Sees everything and may do everything. */
export const ADMIN = 'user:default/admin';
/** Asks for the exemptions that others decide on. */
export const REQUESTER = 'user:default/requester';
/** Sees half of the catalog, and nothing of clusters; may do the rest. */
export const HALF_BLIND = 'user:default/half-blind';
/** Sees half of the catalog, and all of clusters. */
export const HALF_BLIND_OF_CLUSTERS = 'user:default/half-blind-of-clusters';
/** Holds no permission of ours. */
export const STRANGER = 'user:default/stranger';
/** Not a user. */
export const SERVICE = 'service:external:ci';

const CLUSTER_PERMISSION = /^security-posture\.cluster\./;

/** The user who holds every permission but this one. */
export function userWithout(permission: string): string {
  return `user:default/without-${permission}`;
}

/** A user who holds these permissions of ours, and no other. */
export function userWithOnly(permissions: readonly string[]): string {
  return `user:default/only-${permissions.join('-and-')}`;
}

/** A policy that hides half of the catalog from some users, and denies permissions by the names of users. */
export class TestPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const caller = user?.info.userEntityRef ?? '';
    if (isPermission(permission, catalogEntityReadPermission))
      return caller.startsWith(HALF_BLIND)
        ? createCatalogConditionalDecision(
            permission,
            catalogConditions.hasLabel({ label: SEEN_LABEL }),
          )
        : { result: AuthorizeResult.ALLOW };
    return {
      result: mayUse(caller, permission.name)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  }
}

function mayUse(caller: string, permission: string): boolean {
  if (!permission.startsWith('security-posture.')) return true;
  if (caller === STRANGER || caller === userWithout(permission)) return false;
  if (caller === HALF_BLIND) return !CLUSTER_PERMISSION.test(permission);
  const only = caller.split('/only-')[1];
  return only === undefined || only.split('-and-').includes(permission);
}
