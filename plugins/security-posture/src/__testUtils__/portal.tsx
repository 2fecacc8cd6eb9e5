import { ReactElement, ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { registerMswTestHooks } from '@backstage/test-utils';
import { SecurityPostureClient } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from '../api';
import { rootRouteRef } from '../routes';

/** Where the tests' portal has the backend of the plugin. */
export const API_URL = 'http://portal.example/api/security-posture/v1';

/** A trend of which no day is known. */
const NO_TREND = { scope: 'entity', points: [], marks: [], partial: false };

/**
 * A server in the place of the portal's backend, reset after each test. Call it once in a test file.
 * It knows no day of any trend, and nothing else.
 */
export function startPortalServer() {
  const server = setupServer(answerGet('trends', NO_TREND));
  registerMswTestHooks(server);
  return server;
}

/** A client that asks the tests' portal. */
export function portalClient() {
  return new SecurityPostureClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal.example/api/${pluginId}`,
    },
    fetchApi: { fetch: (...request) => fetch(...request) },
  });
}

/** Answers a GET of the API. */
export function answerGet(path: string, answer: JsonBodyType) {
  return http.get(`${API_URL}/${path}`, () => HttpResponse.json(answer));
}

/** Answers a GET of the API with an error, as Backstage words one. */
export function refuseGet(path: string, status: number, name: string) {
  return http.get(`${API_URL}/${path}`, () =>
    HttpResponse.json(
      {
        error: { name, message: `${name} of ${path}` },
        request: { method: 'GET', url: `/v1/${path}` },
        response: { statusCode: status },
      },
      { status },
    ),
  );
}

/** Breaks the connection of a GET of the API. */
export function breakGet(path: string) {
  return http.get(`${API_URL}/${path}`, () => HttpResponse.error());
}

/** An own cache of answers, so that no test sees those of another. */
export function FreshCache({ children }: { children: ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      {children}
    </SWRConfig>
  );
}

/** Renders in a portal on the new frontend system, with the catalog's routes and the plugin's client. */
export function renderInPortal(element: ReactElement, path = '/') {
  return renderInTestApp(<FreshCache>{element}</FreshCache>, {
    apis: [
      [securityPostureApiRef, portalClient()],
      [catalogApiRef, catalogApiMock()],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/security-posture': rootRouteRef,
    },
    initialRouteEntries: [path],
  });
}
