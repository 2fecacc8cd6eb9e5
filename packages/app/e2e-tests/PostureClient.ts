import type { APIRequestContext, APIResponse } from '@playwright/test';
import { PortalClient } from './PortalClient';
import { POSTURE_API } from './postureRoot';
import type { DemoPersonName } from './signIn';

/** Asks the plugin's API as one of the people of the demo company, without a page. */
export class PostureClient {
  private constructor(private readonly portal: PortalClient) {}

  static async signIn(
    request: APIRequestContext,
    person: DemoPersonName,
  ): Promise<PostureClient> {
    return new PostureClient(await PortalClient.signIn(request, person));
  }

  /** @param path - below the version: `/entities` */
  get(path: string): Promise<APIResponse> {
    return this.portal.get(`${POSTURE_API}${path}`);
  }

  /** What a path is answered with. Fails where that is no success. */
  read(path: string) {
    return this.portal.read(`${POSTURE_API}${path}`);
  }

  /** The posture of a service of the demo company, as the tab shows it. */
  postureOf(service: string) {
    return this.read(`/entities/component/default/${service}/posture`);
  }

  post(path: string): Promise<APIResponse> {
    return this.portal.post(`${POSTURE_API}${path}`);
  }
}
