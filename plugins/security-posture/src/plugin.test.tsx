import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useApiHolder } from '@backstage/core-plugin-api';
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
import { rootRouteRef } from './routes';
import { anEntitiesAnswer } from './testing/organisationSamples';
import { anOverview } from './testing/overviewSamples';
import {
  answerGet,
  FreshCache,
  portalClient,
  startPortalServer,
} from './__testUtils__/portal';
import { aPosture } from './testing/samples';
import { aChangesAnswer } from './testing/changeSamples';
import { aRegister } from './testing/exemptionSamples';
import { aScopeDetails } from './testing/scopeSamples';
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- stands in for a classic app
import '@backstage/ui/css/styles.css';

const server = startPortalServer();

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments-api' },
  spec: { type: 'service' },
};

const group = {
  ...entity,
  kind: 'Group',
  metadata: { namespace: 'default', name: 'payments' },
};

interface Surroundings {
  /** In context. */
  of?: Entity;
  path?: string;
  /** True where the portal does not show the organisation's page. */
  withoutBoard?: boolean;
}

function renderClassic(element: JSX.Element, around: Surroundings = {}) {
  const { of: context = entity, path = '/', withoutBoard } = around;
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [securityPostureApiRef, portalClient()],
        [catalogApiRef, catalogApiMock()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <FreshCache>
        <EntityProvider entity={context}>
          <Routes>
            <Route path="/*" element={element} />
          </Routes>
        </EntityProvider>
      </FreshCache>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(withoutBoard ? {} : { '/security-posture': rootRouteRef }),
      },
      routeEntries: [path],
    },
  );
}

beforeEach(() => {
  const posturePath = 'entities/component/default/payments-api/posture';
  server.use(
    answerGet(posturePath, { ...aPosture() }),
    answerGet('overview', { ...anOverview() }),
    answerGet('entities', { ...anEntitiesAnswer() }),
    answerGet('scopes/group/default/payments', { ...aScopeDetails() }),
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

  it('shows the roll-up of the members in the tab of a group', async () => {
    await renderClassic(<EntitySecurityPostureContent />, { of: group });
    expect(
      await screen.findByRole('heading', {
        name: /^2 of 6 services are ready/,
      }),
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

  describe('without the organisation page', () => {
    it('shows numbers of a group, and what changed, without links to it', async () => {
      server.use(
        answerGet('scopes/group/default/payments/changes', {
          ...aChangesAnswer(),
        }),
      );
      await renderClassic(<EntitySecurityPostureContent />, {
        of: group,
        path: '/?compare=2026-11-12..2026-11-18',
        withoutBoard: true,
      });
      expect(await screen.findByText('1 opened')).toBeVisible();
      expect(
        screen.getByText('Open findings').nextElementSibling,
      ).toHaveTextContent('1Critical4High');
      expect(boardLinks()).toEqual([]);
    });

    it('shows the exemptions of a service without the way to all', async () => {
      server.use(
        answerGet('exemptions/register', { ...aRegister({ total: 8 }) }),
      );
      await renderClassic(<EntitySecurityPostureContent />, {
        path: '/?view=exemptions',
        withoutBoard: true,
      });
      expect(
        await screen.findByRole('region', { name: 'Exemptions' }),
      ).toBeVisible();
      expect(boardLinks()).toEqual([]);
    });

    /** Addresses on the page that lead to the board. */
    function boardLinks() {
      return [...document.querySelectorAll('a')]
        .map(link => link.getAttribute('href') ?? '')
        .filter(address => address.startsWith('/security-posture'));
    }
  });

  it('works in an app that has no signals', async () => {
    const found = jest.fn();
    const Probe = () => {
      found(useApiHolder().get(signalApiRef));
      return null;
    };
    await renderClassic(
      <>
        <Probe />
        <EntitySecurityPostureContent />
      </>,
    );
    expect(
      await screen.findByRole('heading', { name: /Fix first/ }),
    ).toBeVisible();
    expect(found).toHaveBeenCalledWith(undefined);
  });

  it('brings its client', () => {
    const [factory] = securityPosturePlugin.getApis();
    expect(factory.api.id).toBe(securityPostureApiRef.id);
  });
});
