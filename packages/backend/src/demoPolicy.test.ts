import { techInsightsPermissions } from '@backstage-community/plugin-tech-insights-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { scorecardPermissions } from '@red-hat-developer-hub/backstage-plugin-scorecard-common';
import {
  postureClusterReadPermission,
  postureClusterScanCreatePermission,
  postureExemptionApprovePermission,
  postureExemptionCreatePermission,
  postureReadPermission,
  postureScanCreatePermission,
  securityPosturePermissions,
} from 'backstage-plugin-security-posture-common';
import { DemoPolicy } from './demoPolicy';

const claimsOf = {
  olivia: ['user:default/olivia', 'group:default/payments'],
  kenji: [
    'user:default/kenji',
    'group:default/search',
    'group:default/security-champions',
  ],
  paul: ['user:default/paul', 'group:default/platform'],
  vera: ['user:default/vera'],
};

type Person = keyof typeof claimsOf;

function decide(permission: Permission, person?: Person) {
  return new DemoPolicy().handle(
    { permission },
    person && {
      credentials: mockCredentials.user(`user:default/${person}`),
      info: {
        userEntityRef: `user:default/${person}`,
        ownershipEntityRefs: claimsOf[person],
      },
    },
  );
}

describe('DemoPolicy', () => {
  it.each<[Person, Permission]>([
    ['olivia', catalogEntityReadPermission],
    ['vera', catalogEntityReadPermission],
    ['olivia', kubernetesResourcesReadPermission],
    ['olivia', postureReadPermission],
    ['vera', postureReadPermission],
    ['vera', postureClusterReadPermission],
    ['vera', taskCreatePermission],
    ['kenji', postureExemptionApprovePermission],
    ['paul', kubernetesProxyPermission],
    ...[...scorecardPermissions, ...techInsightsPermissions].map(
      permission => ['vera', permission] as [Person, Permission],
    ),
    ...securityPosturePermissions.map(
      permission => ['paul', permission] as [Person, Permission],
    ),
  ])('allows %s $name', async (person, permission) => {
    expect(await decide(permission, person)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each<[Person, Permission]>([
    ['olivia', postureClusterScanCreatePermission],
    ['vera', postureClusterScanCreatePermission],
    ['olivia', kubernetesProxyPermission],
    ['vera', kubernetesProxyPermission],
    ['olivia', postureExemptionApprovePermission],
    ['vera', postureExemptionApprovePermission],
    ['kenji', postureClusterScanCreatePermission],
  ])('denies %s $name', async (person, permission) => {
    expect(await decide(permission, person)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each<[Person, Permission]>([
    ['olivia', postureScanCreatePermission],
    ['olivia', postureExemptionCreatePermission],
    ['kenji', postureExemptionCreatePermission],
    ['vera', postureScanCreatePermission],
  ])(
    'allows %s $name on what she or he owns, and on nothing else',
    async (person, permission) => {
      expect(await decide(permission, person)).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: claimsOf[person] },
        },
      });
    },
  );

  it('denies everything to somebody who has not signed in', async () => {
    expect(await decide(catalogEntityReadPermission)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
