import {
  AuthService,
  coreServices,
  createBackendPlugin,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import { securityPostureClusterReaderExtensionPoint } from 'backstage-plugin-security-posture-node';
import { allControls, workloadProfile } from 'security-posture-engine';
import {
  ClusterProbe,
  ClusterReaderSlot,
  KubernetesProxyClusterReader,
} from './collect';
import { createScanner } from './createScanner';
import { DatabaseAttestationStore } from './database/DatabaseAttestationStore';
import { DatabaseExemptionStore } from './database/DatabaseExemptionStore';
import { DatabaseClusterDetailsReader } from './database/DatabaseClusterDetailsReader';
import { DatabaseEntityDetailsReader } from './database/DatabaseEntityDetailsReader';
import { DatabaseFindingsExplorer } from './database/DatabaseFindingsExplorer';
import { DatabaseHistoryReader } from './database/DatabaseHistoryReader';
import { DatabaseImportStore } from './database/DatabaseImportStore';
import { DatabaseCoverageReader } from './database/DatabaseCoverageReader';
import { DatabaseOrganisationReader } from './database/DatabaseOrganisationReader';
import { DatabasePostureReader } from './database/DatabasePostureReader';
import { DatabaseScopeReader } from './database/DatabaseScopeReader';
import { openDatabase } from './database/migrate';
import { readSettings } from './readSettings';
import { createRouter } from './service/createRouter';

/**
 * The backend of Security Posture: sweeps the clusters of the kubernetes plugin, stores the posture of every
 * catalog entity, and serves it.
 */
export const securityPosturePlugin = createBackendPlugin({
  pluginId: 'security-posture',
  register(env) {
    const slot = new ClusterReaderSlot();
    env.registerExtensionPoint(
      securityPostureClusterReaderExtensionPoint,
      slot,
    );
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init({
        auth,
        catalog,
        config,
        database,
        discovery,
        lifecycle,
        logger,
        scheduler,
        signals,
        ...rest
      }) {
        const settings = readSettings(config);
        const knex = await openDatabase(database);
        const profile = workloadProfile(allControls());
        const reader =
          slot.get() ??
          KubernetesProxyClusterReader.fromConfig(config, { auth, discovery });
        const scanner = createScanner({
          knex,
          auditor: rest.auditor,
          reader,
          probe: createProbe(config, settings.probedClusters, {
            auth,
            discovery,
            logger,
          }),
          settings,
          profile,
          config,
          auth,
          catalog,
          scheduler,
          signals,
          logger,
          clock: () => Date.now(),
        });
        const store = new DatabasePostureReader(knex);
        rest.permissionsRegistry.addPermissions(securityPosturePermissions);
        rest.httpRouter.use(
          await createRouter({
            reader: store,
            organisation: new DatabaseOrganisationReader(knex),
            scopes: new DatabaseScopeReader(knex),
            coverage: new DatabaseCoverageReader(knex),
            scans: store,
            imports: new DatabaseImportStore(knex),
            history: new DatabaseHistoryReader(knex),
            explorer: new DatabaseFindingsExplorer(knex),
            clusterDetails: new DatabaseClusterDetailsReader(knex),
            entityDetails: new DatabaseEntityDetailsReader(knex),
            retention: settings.retention,
            exemptions: new DatabaseExemptionStore(knex),
            exemptionSettings: settings.exemptions,
            attestations: new DatabaseAttestationStore(knex),
            rollUp: () => scanner.rollUp(),
            preflight: cluster => scanner.preflight(cluster),
            requestSweeps: clusters => scanner.request(clusters),
            settings: {
              thresholds: settings.readiness,
              profile,
              controls: allControls(),
            },
            clock: () => Date.now(),
            auth,
            catalog,
            logger,
            auditor: rest.auditor,
            httpAuth: rest.httpAuth,
            permissions: rest.permissions,
            userInfo: rest.userInfo,
          }),
        );
        lifecycle.addStartupHook(() => scanner.start());
        lifecycle.addShutdownHook(() => scanner.stop());
      },
    });
  },
});

function createProbe(
  config: Config,
  probed: readonly string[],
  {
    logger,
    ...services
  }: { auth: AuthService; discovery: DiscoveryService; logger: LoggerService },
): ClusterProbe {
  const probe = ClusterProbe.fromConfig(config, probed, services);
  for (const name of probe.unknown)
    logger.warn(
      `securityPosture.clusters.probe names ${name}, for which no locator of type config gives a direct https address: it is not probed`,
    );
  return probe;
}
