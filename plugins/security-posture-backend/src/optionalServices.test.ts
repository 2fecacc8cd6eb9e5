import { createSpecializedBackend } from '@backstage/backend-app-api';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { registerActions } from './actions/registerActions';
import {
  optionalActionsRegistry,
  optionalMetrics,
  optionalTracing,
} from './optionalServices';
import { Telemetry } from './telemetry/Telemetry';

it('lets a backend start and work that has no actions, metrics and traces', async () => {
  const init = jest.fn(async ({ registry, metrics, tracing }) => {
    registerActions(registry, {} as SecurityPostureService);
    const telemetry = new Telemetry(metrics, tracing);
    telemetry.observe(() => Promise.reject(new Error('Nobody collects')));
    telemetry.clusterAnswered('prod', 200);
    const work = async () => 'done';
    expect(await telemetry.inSpan('prod', 'collect', work)).toBe('done');
  });
  const backend = createSpecializedBackend({
    defaultServiceFactories: [
      mockServices.lifecycle.factory(),
      mockServices.logger.factory(),
      mockServices.rootConfig.factory(),
      mockServices.rootLifecycle.factory(),
      mockServices.rootLogger.factory(),
    ],
  });
  backend.add(
    createBackendPlugin({
      pluginId: 'security-posture',
      register: env =>
        env.registerInit({
          deps: {
            registry: optionalActionsRegistry,
            metrics: optionalMetrics,
            tracing: optionalTracing,
          },
          init,
        }),
    }),
  );
  await backend.start();
  await backend.stop();
  expect(init).toHaveBeenCalledTimes(1);
});
