import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiShieldKeyholeLine } from '@remixicon/react';
import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  SecurityPostureClient,
} from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './api';
import { entityContentRouteRef, rootRouteRef } from './routes';
import { ENTITY_TAB_PATH } from './routing';

export { securityPostureTranslationRef } from './translation/ref';

/** Components, linked to workloads or not yet, and whatever else the kubernetes plugin knows. */
const mayHavePosture: FilterPredicate = {
  $any: [
    { kind: 'component' },
    { [`metadata.annotations.${KUBERNETES_ID_ANNOTATION}`]: { $exists: true } },
    {
      [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR_ANNOTATION}`]: {
        $exists: true,
      },
    },
    {
      [`metadata.annotations.${KUBERNETES_NAMESPACE_ANNOTATION}`]: {
        $exists: true,
      },
    },
    {
      [`metadata.annotations.${KUBERNETES_CLUSTER_ANNOTATION}`]: {
        $exists: true,
      },
    },
  ],
};

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: securityPostureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new SecurityPostureClient(dependencies),
    }),
});

const entityCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'info',
    filter: mayHavePosture,
    loader: () =>
      import('./components/EntityPostureCard').then(module => (
        <module.EntityPostureCard />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'posture',
  params: {
    path: ENTITY_TAB_PATH,
    title: 'Security posture',
    routeRef: entityContentRouteRef,
    filter: mayHavePosture,
    loader: () =>
      import('./components/EntityPostureTab').then(module => (
        <module.EntityPostureTab />
      )),
  },
});

const scopeContent = EntityContentBlueprint.make({
  name: 'scope',
  params: {
    path: ENTITY_TAB_PATH,
    title: 'Security posture',
    filter: { kind: { $in: ['system', 'domain', 'group'] } },
    loader: () =>
      import('./components/ScopePostureTab').then(module => (
        <module.ScopePostureTab />
      )),
  },
});

const page = PageBlueprint.make({
  params: {
    path: '/security-posture',
    title: 'Security posture',
    icon: <RiShieldKeyholeLine />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/OrganisationPage').then(module => (
        <module.OrganisationPage />
      )),
  },
});

/** The plugin, for portals on the new frontend system. */
export default createFrontendPlugin({
  pluginId: 'security-posture',
  title: 'Security posture',
  icon: <RiShieldKeyholeLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [api, entityCard, entityContent, scopeContent, page],
});
