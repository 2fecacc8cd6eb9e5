import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** The ref of a user, or the subject of a service. */
export function callerName(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (auth.isPrincipal(credentials, 'user'))
    return credentials.principal.userEntityRef;
  return auth.isPrincipal(credentials, 'service')
    ? credentials.principal.subject
    : 'unknown';
}
