import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';

/** The API of the plugin's backend. Override it to take postures from elsewhere. */
export const securityPostureApiRef = createApiRef<SecurityPostureApi>().with({
  id: 'plugin.security-posture.service',
  pluginId: 'security-posture',
});
