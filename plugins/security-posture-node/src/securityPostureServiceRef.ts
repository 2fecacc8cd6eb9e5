import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';
import { HttpSecurityPostureService } from './HttpSecurityPostureService';

/** Security Posture for other backend plugins. It asks over HTTP, so the plugin may run in another process. */
export interface SecurityPostureService {
  /**
   * The API as somebody: a user whose request is being answered, or the calling plugin itself
   * (`auth.getOwnServiceCredentials()`). What they may not see is not answered.
   */
  as(credentials: BackstageCredentials): SecurityPostureApi;
}

/** Injects {@link SecurityPostureService}; nothing has to be installed for it besides the plugin. */
export const securityPostureServiceRef =
  createServiceRef<SecurityPostureService>({
    id: 'security-posture.api',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: options => new HttpSecurityPostureService(options),
      }),
  });
