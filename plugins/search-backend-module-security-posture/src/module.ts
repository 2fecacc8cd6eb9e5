import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { securityPostureServiceRef } from 'backstage-plugin-security-posture-node';
import { ControlCollatorFactory } from './ControlCollatorFactory';
import { FindingCollatorFactory } from './FindingCollatorFactory';
import { readSchedule } from './readSchedule';

/** Indexes controls, and the open findings of entities, for the search of the portal. */
export const searchModuleSecurityPosture = createBackendModule({
  pluginId: 'search',
  moduleId: 'security-posture',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        index: searchIndexRegistryExtensionPoint,
        posture: securityPostureServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ config, index, scheduler, ...services }) {
        const schedule = scheduler.createScheduledTaskRunner(
          readSchedule(config),
        );
        for (const factory of [
          new ControlCollatorFactory(services),
          new FindingCollatorFactory(services),
        ]) {
          index.addCollator({ schedule, factory });
        }
      },
    });
  },
});
