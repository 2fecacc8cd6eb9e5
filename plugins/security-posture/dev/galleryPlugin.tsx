import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { RiGalleryLine } from '@remixicon/react';
import { rootRouteRef } from '../src/routes';

const gallery = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Security posture, every state',
    icon: <RiGalleryLine />,
    routeRef: rootRouteRef,
    loader: () => import('./Gallery').then(module => <module.Gallery />),
  },
});

/** Where the links to entities lead. */
const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: () =>
      import('./SampleEntityPage').then(module => <module.SampleEntityPage />),
  },
});

/** Shows the plugin's pages in every state, from samples, without a backend. */
export const galleryPlugin = createFrontendPlugin({
  pluginId: 'security-posture-gallery',
  routes: { entity: entityRouteRef, root: rootRouteRef },
  extensions: [gallery, entityPage],
});
