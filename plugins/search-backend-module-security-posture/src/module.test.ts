import request from 'supertest';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import search from '@backstage/plugin-search-backend';
import {
  ExplorerRow,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import module from './index';

const CART = 'component:default/cart';
const SECRET_PROJECT = 'component:default/secret-project';

const ALLOWED: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const DENIED: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };
const OWNERS_ONLY: ConditionalPolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: {},
  },
};

function aFinding(more: Partial<ExplorerRow>): ExplorerRow {
  return {
    key: 'k1',
    control: 'privileged-container',
    title: 'A container is privileged',
    severity: 'critical',
    category: 'podSpec',
    outcome: 'fail',
    resource: {
      cluster: 'prod-eu',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'cart',
    } as ExplorerRow['resource'],
    places: 1,
    openedAt: '2026-11-20T00:00:00.000Z',
    entities: [CART],
    exempted: false,
    ...more,
  };
}

/** Two pages of findings: of a service, of one that callers may not see, and of nobody. */
const PAGES: Record<string, { items: ExplorerRow[]; nextCursor?: string }> = {
  first: { items: [aFinding({})], nextCursor: 'second' },
  second: {
    items: [
      aFinding({ key: 'k2', title: 'Zebra', entities: [SECRET_PROJECT] }),
      aFinding({ key: 'k3', title: 'Giraffe', entities: [] }),
    ],
  },
};

const posture = createBackendPlugin({
  pluginId: 'security-posture',
  register: env =>
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      init: async ({ http }) =>
        http.use((asked, response) => {
          const url = new URL(asked.url, 'http://portal.example');
          if (url.pathname === '/v1/controls') {
            response.json({
              library: '1',
              controls: [
                {
                  id: 'host-network',
                  title: 'Pods have a network of their own',
                  failureTitle: 'It uses the network of its node',
                  why: 'Okapi',
                  fix: 'Take hostNetwork out',
                },
              ],
            });
          } else {
            response.json(PAGES[url.searchParams.get('cursor') ?? 'first']);
          }
        }),
    }),
});

/** The portal's search, where callers may see neither the secret project nor, if it says so, any posture. */
async function startSearch({ postures = true } = {}) {
  const runs: (() => Promise<void>)[] = [];
  const scheduler = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      mockServices.scheduler.mock({
        createScheduledTaskRunner: () => ({
          run: async task => {
            runs.push(async () => task.fn(new AbortController().signal));
          },
        }),
      }),
  });
  const decide = (name: string, resourceRef?: string) =>
    resourceRef === SECRET_PROJECT ||
    (name === postureReadPermission.name && !postures)
      ? DENIED
      : ALLOWED;
  const { server } = await startTestBackend({
    features: [
      search,
      module,
      posture,
      scheduler,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(asked =>
            decide(
              asked.permission.name,
              'resourceRef' in asked ? asked.resourceRef : undefined,
            ),
          ),
        authorizeConditional: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'catalog.entity.read'
              ? OWNERS_ONLY
              : decide(permission.name),
          ),
      }).factory,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  expect(runs).toHaveLength(2);
  for (const run of runs) await run();
  return async (term: string) => {
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term });
    return body.results.map(
      (result: { type: string; document: { location: string } }) => [
        result.type,
        result.document.location,
      ],
    );
  };
}

describe('the search of the portal', () => {
  jest.setTimeout(60_000);

  it.each<[string, string, [string, string][]]>([
    [
      'a service by an open finding',
      'privileged',
      [
        [
          'security-posture',
          '/catalog/default/component/cart/security-posture',
        ],
      ],
    ],
    [
      'a control by its words',
      'okapi',
      [
        [
          'security-posture-controls',
          '/security-posture/controls/host-network',
        ],
      ],
    ],
    ['nothing of an entity that is hidden from the caller', 'zebra', []],
    ['nothing that belongs to no entity', 'giraffe', []],
  ])('finds %s', async (_, term, found) => {
    const find = await startSearch();
    expect(await find(term)).toEqual(found);
  });

  it('finds no control for who may not read postures', async () => {
    const find = await startSearch({ postures: false });
    expect(await find('okapi')).toEqual([]);
  });
});
