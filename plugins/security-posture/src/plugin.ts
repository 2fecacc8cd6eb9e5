import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { SecurityPostureClient } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './api';
import { entityContentRouteRef, rootRouteRef } from './routes';

/** The plugin, for portals on the classic frontend system. */
export const securityPosturePlugin = createPlugin({
  id: 'security-posture',
  apis: [
    createApiFactory({
      api: securityPostureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new SecurityPostureClient(dependencies),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/** The overview card of an entity's page. */
export const EntitySecurityPostureCard = securityPosturePlugin.provide(
  createComponentExtension({
    name: 'EntitySecurityPostureCard',
    component: {
      lazy: () =>
        import('./components/EntityPostureCard').then(
          module => module.EntityPostureCard,
        ),
    },
  }),
);

/**
 * The content of an entity's Security posture tab; of a group, system or domain the roll-up of its members.
 * Mount it at `/security-posture`.
 */
export const EntitySecurityPostureContent = securityPosturePlugin.provide(
  createRoutableExtension({
    name: 'EntitySecurityPostureContent',
    component: () =>
      import('./components/EntityPostureContent').then(
        module => module.EntityPostureContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** The organisation's page, with the classic page header. Mount it at `/security-posture`. */
export const SecurityPosturePage = securityPosturePlugin.provide(
  createRoutableExtension({
    name: 'SecurityPosturePage',
    component: () =>
      import('./components/ClassicOrganisationPage').then(
        module => module.ClassicOrganisationPage,
      ),
    mountPoint: rootRouteRef,
  }),
);
