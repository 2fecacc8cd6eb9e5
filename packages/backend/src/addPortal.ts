import type { createBackend } from '@backstage/backend-defaults';

/** A backend that plugins can be added to. */
export type Backend = ReturnType<typeof createBackend>;

/** The least that shows postures in a portal: the app, people who sign in and may do something, catalog, clusters, and the plugin. */
export function addPortal(backend: Backend): void {
  backend.add(import('@backstage/plugin-app-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('./demoSignIn'));

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./demoPolicy'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('backstage-plugin-security-posture-backend'));
}
