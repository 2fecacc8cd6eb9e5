import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
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
import {
  postureExemptionCreatePermission,
  postureReadPermission,
  postureScanCreatePermission,
  securityPosturePermissions,
} from 'backstage-plugin-security-posture-common';

const PLATFORM_ENGINEERS = 'group:default/platform';

/** Everyone reads postures, owners ask for scans and exemptions of what they own, platform engineers do the rest. */
export class ExamplePolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const forOwners = [
      postureScanCreatePermission,
      postureExemptionCreatePermission,
    ].find(({ name }) => name === permission.name);

    if (claims.includes(PLATFORM_ENGINEERS))
      return { result: AuthorizeResult.ALLOW };
    if (forOwners)
      return createCatalogConditionalDecision(
        forOwners,
        catalogConditions.isEntityOwner({ claims }),
      );
    if (isPermission(permission, postureReadPermission))
      return { result: AuthorizeResult.ALLOW };
    if (securityPosturePermissions.some(({ name }) => name === permission.name))
      return { result: AuthorizeResult.DENY };

    // Permissions of other plugins: your own rules stand here.
    return { result: AuthorizeResult.ALLOW };
  }
}
