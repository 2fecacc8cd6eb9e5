import type { Backend } from './addPortal';

/** Everything that postures reach besides the pages of the plugin. A portal takes of it what it has. */
export function addIntegrations(backend: Backend): void {
  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));
  backend.add(
    import('backstage-plugin-search-backend-module-security-posture'),
  );

  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(
    import('backstage-plugin-scaffolder-backend-module-security-posture'),
  );

  backend.add(import('@backstage-community/plugin-tech-insights-backend'));
  backend.add(
    import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
  );
  backend.add(
    import('backstage-plugin-tech-insights-backend-module-security-posture'),
  );

  backend.add(
    import('@red-hat-developer-hub/backstage-plugin-scorecard-backend'),
  );
  backend.add(
    import('backstage-plugin-scorecard-backend-module-security-posture'),
  );

  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@backstage/plugin-user-settings-backend'));
}
