import {
  techInsightsCheckReadPermission,
  techInsightsCheckUpdatePermission,
  techInsightsFactRetrieverReadPermission,
} from '@backstage-community/plugin-tech-insights-common';
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
  actionExecutePermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { scorecardMetricReadPermission } from '@red-hat-developer-hub/backstage-plugin-scorecard-common';
import {
  postureClusterReadPermission,
  postureExemptionApprovePermission,
  postureExemptionCreatePermission,
  postureReadPermission,
  postureScanCreatePermission,
} from 'backstage-plugin-security-posture-common';

const PLATFORM_TEAM = 'group:default/platform';
const SECURITY_CHAMPIONS = 'group:default/security-champions';

const EVERYONE_MAY: Permission[] = [
  catalogEntityReadPermission,
  catalogLocationReadPermission,
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
  postureReadPermission,
  postureClusterReadPermission,
  scorecardMetricReadPermission,
  techInsightsCheckReadPermission,
  techInsightsCheckUpdatePermission,
  techInsightsFactRetrieverReadPermission,
  actionExecutePermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
];

const OWNERS_MAY: ResourcePermission<'catalog-entity'>[] = [
  postureScanCreatePermission,
  postureExemptionCreatePermission,
];

const CHAMPIONS_MAY: Permission[] = [postureExemptionApprovePermission];

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };

/**
 * Who may do what in the demo company: everyone reads and creates services from
 * templates, the owners of a service scan it and ask for exemptions on it, the
 * security champions decide on them, the platform team may do everything,
 * nobody else does anything.
 */
export class DemoPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const asks = ({ name }: Permission) => name === permission.name;
    if (claims.includes(PLATFORM_TEAM)) return allow;
    if (user && EVERYONE_MAY.some(asks)) return allow;
    if (claims.includes(SECURITY_CHAMPIONS) && CHAMPIONS_MAY.some(asks)) {
      return allow;
    }
    const ownersMay = OWNERS_MAY.find(asks);
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
