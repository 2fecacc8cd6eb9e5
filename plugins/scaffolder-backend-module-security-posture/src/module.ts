import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { securityPostureServiceRef } from 'backstage-plugin-security-posture-node';
import { createGateAction } from './gate/createGateAction';
import { createScanAction } from './scan/createScanAction';

/** Adds the actions of Security Posture to the scaffolder. */
export const scaffolderModuleSecurityPosture = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'security-posture',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        posture: securityPostureServiceRef,
      },
      async init({ actions, posture }) {
        actions.addActions(
          createGateAction(posture),
          createScanAction(posture),
        );
      },
    });
  },
});
