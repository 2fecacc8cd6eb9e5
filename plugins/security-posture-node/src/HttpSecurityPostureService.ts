import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  SecurityPostureApi,
  SecurityPostureClient,
} from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from './securityPostureServiceRef';

/** What the service asks with. */
export interface HttpSecurityPostureServiceOptions {
  auth: AuthService;
  discovery: DiscoveryService;
}

/** Asks the plugin's API with a token that is made for each request, on behalf of whom it is asked for. */
export class HttpSecurityPostureService implements SecurityPostureService {
  constructor(private readonly options: HttpSecurityPostureServiceOptions) {}

  as(credentials: BackstageCredentials): SecurityPostureApi {
    return new SecurityPostureClient({
      discoveryApi: this.options.discovery,
      fetchApi: {
        fetch: async (input, init) =>
          fetch(input, await this.authorised(init, credentials)),
      },
    });
  }

  private async authorised(
    init: RequestInit = {},
    onBehalfOf: BackstageCredentials,
  ): Promise<RequestInit> {
    const { token } = await this.options.auth.getPluginRequestToken({
      onBehalfOf,
      targetPluginId: 'security-posture',
    });
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return { ...init, headers };
  }
}
