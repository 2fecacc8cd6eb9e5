import {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { askPortal } from './askPortal';

/** What a decision is asked for with. */
export interface DecisionOptions {
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
}

/** Whether the policy lets a user read all of the catalog, none of it, or what meets its conditions. */
export async function catalogDecision(
  { logger, permissions }: DecisionOptions,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
): Promise<AuthorizeResult> {
  const [{ result }] = await askPortal('permission', logger, () =>
    permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    ),
  );
  return result;
}
