import {
  expect,
  type APIRequestContext,
  type APIResponse,
} from '@playwright/test';
import type { DemoPersonName } from './signIn';

/** Asks the portal's backend as one of the people of the demo company, without a page. */
export class PortalClient {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async signIn(
    request: APIRequestContext,
    person: DemoPersonName,
  ): Promise<PortalClient> {
    const response = await request.get('/api/auth/demo/refresh', {
      headers: { 'x-demo-person': person },
    });
    const { backstageIdentity } = await response.json();
    return new PortalClient(request, backstageIdentity.token);
  }

  /** @param path - with the plugin: `/api/catalog/entities` */
  get(path: string): Promise<APIResponse> {
    return this.request.get(path, this.options);
  }

  /** What a path is answered with. Fails where that is no success. */
  async read(path: string) {
    const response = await this.get(path);
    expect(response.status(), path).toBe(200);
    return response.json();
  }

  post(path: string, data?: object): Promise<APIResponse> {
    return this.request.post(path, { ...this.options, data });
  }

  /** Has a scheduled task of a plugin run now, unless it does already. */
  async runTask(plugin: string, task: string): Promise<void> {
    const tasks = `/api/${plugin}/.backstage/scheduler/v1/tasks`;
    const response = await this.post(`${tasks}/${task}/trigger`);
    expect([200, 409], task).toContain(response.status());
  }

  private get options() {
    return { headers: { authorization: `Bearer ${this.token}` } };
  }
}
