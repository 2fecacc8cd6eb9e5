import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  postureClusterReadPermission,
  postureReadPermission,
  postureScanCreatePermission,
} from 'backstage-plugin-security-posture-common';

const PLATFORM_TEAM = 'group:default/platform';

const EVERYONE_MAY: Permission[] = [
  catalogEntityReadPermission,
  catalogLocationReadPermission,
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
  postureReadPermission,
  postureClusterReadPermission,
];

const OWNERS_MAY: ResourcePermission<'catalog-entity'>[] = [
  postureScanCreatePermission,
];

/**
 * Who may do what in the demo company: everyone reads, the owners of a service
 * scan it, the platform team may do everything, nobody else does anything.
 */
export class DemoPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (claims.includes(PLATFORM_TEAM)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (user && EVERYONE_MAY.some(({ name }) => name === permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const ownersMay = OWNERS_MAY.find(({ name }) => name === permission.name);
    return ownersMay
      ? createCatalogConditionalDecision(
          ownersMay,
          catalogConditions.isEntityOwner({ claims }),
        )
      : { result: AuthorizeResult.DENY };
  }
}

const permissionModuleDemoPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new DemoPolicy());
      },
    });
  },
});

export default permissionModuleDemoPolicy;
