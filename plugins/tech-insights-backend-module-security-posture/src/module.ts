import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { securityPostureServiceRef } from 'backstage-plugin-security-posture-node';
import { SECURITY_POSTURE_RETRIEVER_ID } from './retrieverId';
import { SecurityPostureFactRetriever } from './SecurityPostureFactRetriever';

/** Adds the fact retriever `securityPosture` to Tech Insights. It runs where the configuration gives it a cadence. */
export const techInsightsModuleSecurityPosture = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'security-posture',
  register(env) {
    env.registerInit({
      deps: {
        retrievers: techInsightsFactRetrieversExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        posture: securityPostureServiceRef,
      },
      async init({ retrievers, ...services }) {
        retrievers.addFactRetrievers({
          [SECURITY_POSTURE_RETRIEVER_ID]: new SecurityPostureFactRetriever(
            services,
          ),
        });
      },
    });
  },
});
