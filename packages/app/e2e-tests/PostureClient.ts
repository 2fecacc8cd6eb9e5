import type { APIRequestContext, APIResponse } from '@playwright/test';
import { POSTURE_API } from './postureRoot';
import type { DemoPersonName } from './signIn';

/** Asks the plugin's API as one of the people of the demo company, without a page. */
export class PostureClient {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async signIn(
    request: APIRequestContext,
    person: DemoPersonName,
  ): Promise<PostureClient> {
    const response = await request.get('/api/auth/demo/refresh', {
      headers: { 'x-demo-person': person },
    });
    const { backstageIdentity } = await response.json();
    return new PostureClient(request, backstageIdentity.token);
  }

  /** @param path - below the version: `/entities` */
  get(path: string): Promise<APIResponse> {
    return this.request.get(`${POSTURE_API}${path}`, this.options);
  }

  /** The posture of a service of the demo company, as the tab shows it. */
  async postureOf(service: string) {
    const path = `/entities/component/default/${service}/posture`;
    return (await this.get(path)).json();
  }

  post(path: string): Promise<APIResponse> {
    return this.request.post(`${POSTURE_API}${path}`, this.options);
  }

  private get options() {
    return { headers: { authorization: `Bearer ${this.token}` } };
  }
}
