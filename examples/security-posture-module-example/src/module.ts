import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  securityPostureControlsExtensionPoint,
  securityPostureImportersExtensionPoint,
  securityPostureProfilesExtensionPoint,
  securityPostureReadinessPoliciesExtensionPoint,
} from 'backstage-plugin-security-posture-node';
import { housePolicy } from './housePolicy';
import { houseProfile } from './houseProfile';
import { ownRegistry } from './ownRegistry';
import { restoreDrill } from './restoreDrill';
import { restoreDrillImporter } from './restoreDrillImporter';

/** Adds what Lumen asks for beside the library. */
export const securityPostureModuleExample = createBackendModule({
  pluginId: 'security-posture',
  moduleId: 'example',
  register(env) {
    env.registerInit({
      deps: {
        controls: securityPostureControlsExtensionPoint,
        importers: securityPostureImportersExtensionPoint,
        profiles: securityPostureProfilesExtensionPoint,
        policies: securityPostureReadinessPoliciesExtensionPoint,
      },
      async init({ controls, importers, profiles, policies }) {
        const module = 'example';
        controls.addControls({
          module,
          version: '1.0.0',
          controls: [ownRegistry, restoreDrill],
        });
        importers.addImporter({ module, importer: restoreDrillImporter });
        profiles.addProfile({
          module,
          over: 'workload',
          profile: houseProfile,
        });
        policies.addReadinessPolicy({ module, policy: housePolicy });
      },
    });
  },
});
