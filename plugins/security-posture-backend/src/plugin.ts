import {
  BackendPluginRegistrationPoints,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import {
  securityPostureClusterReaderExtensionPoint,
  securityPostureControlsExtensionPoint,
  securityPostureImportersExtensionPoint,
  securityPostureProfilesExtensionPoint,
  securityPostureReadinessPoliciesExtensionPoint,
  securityPostureServiceRef,
} from 'backstage-plugin-security-posture-node';
import { registerActions } from './actions/registerActions';
import { ModuleAdditions } from './extend/ModuleAdditions';
import {
  optionalActionsRegistry,
  optionalMetrics,
  optionalTracing,
} from './optionalServices';
import { Telemetry } from './telemetry/Telemetry';
import { wirePlugin } from './wirePlugin';

/**
 * The backend of Security Posture: sweeps the clusters of the kubernetes plugin, stores the posture of every
 * catalog entity, and serves it.
 */
export const securityPosturePlugin = createBackendPlugin({
  pluginId: 'security-posture',
  register(env) {
    const additions = new ModuleAdditions();
    registerExtensionPoints(env, additions);
    env.registerInit({
      deps: {
        actionsRegistry: optionalActionsRegistry,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: optionalMetrics,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        posture: securityPostureServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: optionalTracing,
        userInfo: coreServices.userInfo,
      },
      async init({
        actionsRegistry,
        httpRouter,
        lifecycle,
        metrics,
        permissionsRegistry,
        posture,
        tracing,
        ...services
      }) {
        const { router, scanner, createNotifier } = await wirePlugin({
          ...services,
          extensions: additions.close(services.config),
          telemetry: new Telemetry(metrics, tracing),
          clock: () => Date.now(),
        });
        permissionsRegistry.addPermissions(securityPosturePermissions);
        httpRouter.use(router);
        registerActions(actionsRegistry, posture);
        const notifier = createNotifier(services);
        lifecycle.addStartupHook(async () => {
          await scanner.start();
          await notifier?.start(services.scheduler);
        });
        lifecycle.addShutdownHook(() => scanner.stop());
      },
    });
  },
});

function registerExtensionPoints(
  env: Pick<BackendPluginRegistrationPoints, 'registerExtensionPoint'>,
  additions: ModuleAdditions,
): void {
  env.registerExtensionPoint(
    securityPostureClusterReaderExtensionPoint,
    additions,
  );
  env.registerExtensionPoint(securityPostureControlsExtensionPoint, additions);
  env.registerExtensionPoint(securityPostureImportersExtensionPoint, additions);
  env.registerExtensionPoint(securityPostureProfilesExtensionPoint, additions);
  env.registerExtensionPoint(
    securityPostureReadinessPoliciesExtensionPoint,
    additions,
  );
}
