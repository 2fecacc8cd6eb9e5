import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scorecardMetricsExtensionPoint } from '@red-hat-developer-hub/backstage-plugin-scorecard-node';
import { securityPostureServiceRef } from 'backstage-plugin-security-posture-node';
import { PostureMetricProvider } from './PostureMetricProvider';
import { PostureLoader } from './PostureLoader';
import { POSTURE_METRICS } from './postureMetrics';

/** Adds the metrics `securityPosture.score` and `securityPosture.openCritical` to the Scorecard. */
export const scorecardModuleSecurityPosture = createBackendModule({
  pluginId: 'scorecard',
  moduleId: 'security-posture',
  register(env) {
    env.registerInit({
      deps: {
        metrics: scorecardMetricsExtensionPoint,
        auth: coreServices.auth,
        posture: securityPostureServiceRef,
      },
      async init({ metrics, ...services }) {
        const loader = new PostureLoader(services);
        for (const metric of POSTURE_METRICS)
          metrics.addMetricProvider(new PostureMetricProvider(metric, loader));
      },
    });
  },
});
