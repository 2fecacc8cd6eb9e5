import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { StartedApi } from './startApi';

/** Where the API is mounted. */
export const API = '/api/security-posture/v1';

/** A request as somebody: a user ref, `service:<subject>`, or nobody. */
export function ask(
  api: Pick<StartedApi, 'server'>,
  method: 'get' | 'post',
  path: string,
  caller?: string,
) {
  const asked = request(api.server)[method](`${API}${path}`);
  return asked.set('authorization', headerOf(caller));
}

/** The header by which a request is known as theirs. */
export function headerOf(caller: string | undefined): string {
  if (caller === undefined) return mockCredentials.none.header();
  return caller.startsWith('service:')
    ? mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(caller.slice('service:'.length)),
        targetPluginId: 'security-posture',
      })
    : mockCredentials.user.header(caller);
}
