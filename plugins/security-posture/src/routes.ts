import { createRouteRef } from '@backstage/core-plugin-api';

/** The organisation page. */
export const rootRouteRef = createRouteRef({ id: 'security-posture' });

/** The tab on an entity's page. */
export const entityContentRouteRef = createRouteRef({
  id: 'security-posture:entity-content',
});
