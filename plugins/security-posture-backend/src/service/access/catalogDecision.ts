import {
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { askPortal } from './askPortal';

/** What a decision is asked for with. */
export interface DecisionOptions {
  readonly auth: AuthService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
}

/** Whether the policy lets a caller read all of the catalog, none of it, or what meets its conditions. A service sees what the plugin sees: all. */
export async function catalogDecision(
  { auth, logger, permissions }: DecisionOptions,
  credentials: BackstageCredentials,
): Promise<AuthorizeResult> {
  if (!auth.isPrincipal(credentials, 'user')) return AuthorizeResult.ALLOW;
  const [{ result }] = await askPortal('permission', logger, () =>
    permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    ),
  );
  return result;
}
