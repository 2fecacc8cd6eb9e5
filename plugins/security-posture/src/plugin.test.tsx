import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  EntitySecurityPostureCard,
  EntitySecurityPostureContent,
  securityPostureApiRef,
  SecurityPosturePage,
  securityPosturePlugin,
} from './index';
import { anEntitiesAnswer, aSummary } from './testing/organisationSamples';
import {
  answerGet,
  FreshCache,
  portalClient,
  startPortalServer,
} from './__testUtils__/portal';
import { aPosture } from './testing/samples';
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- stands in for a classic app
import '@backstage/ui/css/styles.css';

const server = startPortalServer();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments-api' },
  spec: { type: 'service' },
};

function renderClassic(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [securityPostureApiRef, portalClient()],
        [catalogApiRef, catalogApiMock()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <FreshCache>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/*" element={element} />
          </Routes>
        </EntityProvider>
      </FreshCache>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

beforeEach(() => {
  const posturePath = 'entities/component/default/payments-api/posture';
  server.use(
    answerGet(posturePath, { ...aPosture() }),
    answerGet('summary', { ...aSummary() }),
    answerGet('entities', { ...anEntitiesAnswer() }),
  );
});

describe('the plugin on the classic frontend system', () => {
  it('shows the overview card', async () => {
    await renderClassic(<EntitySecurityPostureCard />);
    expect(await screen.findByText(/Not ready/)).toBeVisible();
  });

  it('shows the content of the tab', async () => {
    await renderClassic(<EntitySecurityPostureContent />);
    expect(
      await screen.findByRole('heading', { name: /Fix first/ }),
    ).toBeVisible();
  });

  it('shows the organisation page with a header of its own', async () => {
    await renderClassic(<SecurityPosturePage />);
    expect(
      await screen.findByRole('heading', {
        name: 'Security posture',
        level: 1,
      }),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: /9 of 24 services/ }),
    ).toBeVisible();
  });

  it('brings its client', () => {
    const [factory] = securityPosturePlugin.getApis();
    expect(factory.api.id).toBe(securityPostureApiRef.id);
  });
});
