import { screen, waitFor } from '@testing-library/react';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  createFrontendModule,
  PageBlueprint,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import plugin from './alpha';
import { securityPostureApiRef } from './api';
import { anEntitiesAnswer } from './testing/organisationSamples';
import { anOverview } from './testing/overviewSamples';
import {
  answerGet,
  portalClient,
  startPortalServer,
} from './__testUtils__/portal';
import { aPosture } from './testing/samples';
import { aScopeDetails } from './testing/scopeSamples';

const server = startPortalServer();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments-api' },
  spec: { type: 'service' },
};

const card = plugin.getExtension('entity-card:security-posture/overview');
const content = plugin.getExtension('entity-content:security-posture/posture');
const scopeContent = plugin.getExtension(
  'entity-content:security-posture/scope',
);
const page = plugin.getExtension('page:security-posture');
const apis = [
  [securityPostureApiRef, portalClient()],
  [catalogApiRef, catalogApiMock()],
] as const;

beforeEach(() => {
  localStorage.clear();
  const posturePath = 'entities/component/default/payments-api/posture';
  server.use(
    answerGet(posturePath, { ...aPosture() }),
    answerGet('overview', { ...anOverview() }),
    answerGet('entities', { ...anEntitiesAnswer() }),
    answerGet('scopes/group/default/payments', { ...aScopeDetails() }),
  );
});

describe('the plugin on the new frontend system', () => {
  it('shows the overview card on the entity page', async () => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), card],
      apis,
    });
    expect(await screen.findByText(/Not ready/)).toBeVisible();
  });

  it('shows the tab on the entity page', async () => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), content],
      apis,
    });
    expect(
      await screen.findByRole('heading', { name: /Fix first/ }),
    ).toBeVisible();
  });

  it('works in an app that has no signals', async () => {
    const found = jest.fn();
    const Probe = () => {
      found(useApiHolder().get(signalApiRef));
      return null;
    };
    const probe = EntityCardBlueprint.make({
      name: 'probe',
      params: { loader: async () => <Probe /> },
    });
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), card, probe],
      apis,
    });
    expect(await screen.findByText(/Not ready/)).toBeVisible();
    await waitFor(() => expect(found).toHaveBeenCalledWith(undefined));
  });

  it('shows the roll-up of the members on the page of a group', async () => {
    const group = {
      ...entity,
      kind: 'Group',
      metadata: { namespace: 'default', name: 'payments' },
    };
    renderTestApp({
      extensions: [createTestEntityPage({ entity: group }), scopeContent, page],
      apis,
    });
    expect(
      await screen.findByRole('heading', {
        name: /^2 of 6 services are ready/,
      }),
    ).toBeVisible();
  });

  it.each([
    ['Group', true],
    ['System', true],
    ['Domain', true],
    ['Component', false],
    ['User', false],
  ])('offers the roll-up to a %s: %s', (kind, offered) => {
    const filter = createExtensionTester(scopeContent).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );
    expect(filter?.({ ...entity, kind })).toBe(offered);
  });

  it('shows the organisation page at its path', async () => {
    const catalog = createFrontendModule({
      pluginId: 'app',
      extensions: [
        PageBlueprint.make({
          name: 'entity',
          params: {
            path: '/catalog/:namespace/:kind/:name',
            routeRef: entityRouteRef,
            loader: async () => <div />,
          },
        }),
      ],
    });
    renderTestApp({
      features: [plugin, catalog],
      apis,
      initialRouteEntries: ['/security-posture'],
    });
    expect(
      await screen.findByRole('heading', { name: /9 of 24 services/ }),
    ).toBeVisible();
  });

  it('speaks German where the app does', async () => {
    renderTestApp({
      extensions: [createTestEntityPage({ entity }), card],
      apis,
      config: {
        backend: { baseUrl: 'http://portal.example' },
        app: {
          baseUrl: 'http://portal.example',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  availableLanguages: ['en', 'de'],
                  defaultLanguage: 'de',
                },
              },
            },
          ],
        },
      },
    });
    expect(await screen.findByText(/Nicht bereit/)).toBeVisible();
  });

  it('offers the tab under its title and path', () => {
    const tester = createExtensionTester(content);
    expect(tester.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Security posture',
    );
  });

  it.each([
    ['a component that is not linked', {}, 'Component', true],
    [
      'a resource that is linked by a namespace',
      { 'backstage.io/kubernetes-namespace': 'payments' },
      'Resource',
      true,
    ],
    ['a resource that is not linked', {}, 'Resource', false],
  ])('filters %s', (_, annotations, kind, shown) => {
    const candidate = {
      ...entity,
      kind,
      metadata: { ...entity.metadata, annotations },
    };
    const cardFilter = createExtensionTester(card).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    const contentFilter = createExtensionTester(content).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    );
    expect(cardFilter?.(candidate)).toBe(shown);
    expect(contentFilter?.(candidate)).toBe(shown);
  });

  it('has the icon and the title for the sidebar', () => {
    const snapshot = createExtensionTester(page).snapshot();
    expect(JSON.stringify(snapshot)).toContain('core.icon');
    expect(JSON.stringify(snapshot)).toContain('core.title');
  });
});
