import {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Router } from 'express';
import { ClusterProbe, KubernetesProxyClusterReader } from './collect';
import { createScanner, Scanner } from './createScanner';
import { DatabaseAttestationStore } from './database/DatabaseAttestationStore';
import { DatabaseExemptionStore } from './database/DatabaseExemptionStore';
import { DatabaseClusterDetailsReader } from './database/DatabaseClusterDetailsReader';
import { DatabaseEntityDetailsReader } from './database/DatabaseEntityDetailsReader';
import { DatabaseExportReader } from './database/DatabaseExportReader';
import { DatabaseFindingsExplorer } from './database/DatabaseFindingsExplorer';
import { DatabaseHistoryReader } from './database/DatabaseHistoryReader';
import { DatabaseImportStore } from './database/DatabaseImportStore';
import { DatabaseCoverageReader } from './database/DatabaseCoverageReader';
import { DatabaseOrganisationReader } from './database/DatabaseOrganisationReader';
import { DatabaseOverviewReader } from './database/DatabaseOverviewReader';
import { DatabasePostureReader } from './database/DatabasePostureReader';
import { DatabaseScopeReader } from './database/DatabaseScopeReader';
import { DatabaseStandingReader } from './database/DatabaseStandingReader';
import { openDatabase } from './database/migrate';
import { JudgingQueue } from './evaluate/JudgingQueue';
import { Extensions } from './extend/Extensions';
import { Importers } from './importers/Importers';
import { createNotifier, Delivery } from './notify/createNotifier';
import { Notifier } from './notify/Notifier';
import { readSettings } from './readSettings';
import { nextSweepAfter } from './schedule/cronOf';
import { createRouter } from './service/createRouter';
import { StateReader } from './telemetry/StateReader';
import { Telemetry } from './telemetry/Telemetry';

/** What the plugin works with, whatever the time and whoever schedules. */
export interface PluginServices {
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: Config;
  readonly database: DatabaseService;
  readonly discovery: DiscoveryService;
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly userInfo: UserInfoService;
  /** What backend modules add. */
  readonly extensions: Extensions;
  /** Absent: nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** The plugin, before it serves and scans. */
export interface WiredPlugin {
  readonly router: Router;
  readonly scanner: Scanner;
  /** What tells people what happens, where the settings want that. */
  createNotifier(delivery: Delivery): Notifier | undefined;
}

/** Wires the API and the scanner to one database, under one clock. Brings the tables up to date. */
export async function wirePlugin(
  services: PluginServices,
): Promise<WiredPlugin> {
  const { auth, config, discovery, extensions, logger, telemetry } = services;
  const { judging } = extensions;
  const settings = readSettings(config, extensions.readinessPolicy);
  const knex = await openDatabase(services.database);
  const scanner = createScanner({
    ...services,
    knex,
    reader:
      extensions.reader ??
      KubernetesProxyClusterReader.fromConfig(config, {
        auth,
        discovery,
        answered: (...answer) => telemetry?.clusterAnswered(...answer),
      }),
    probe: createProbe(config, settings.probedClusters, {
      auth,
      discovery,
      logger,
    }),
    settings,
    judging,
  });
  const state = new StateReader({
    knex,
    thresholds: settings.readiness,
    clock: services.clock,
  });
  telemetry?.observe(() => state.read());
  const store = new DatabasePostureReader(knex);
  const router = await createRouter({
    ...services,
    reader: store,
    organisation: new DatabaseOrganisationReader(knex),
    overview: new DatabaseOverviewReader(knex),
    scopes: new DatabaseScopeReader(knex),
    coverage: new DatabaseCoverageReader(knex),
    standings: new DatabaseStandingReader(knex),
    scans: store,
    imports: new DatabaseImportStore(knex),
    importers: new Importers(extensions.importers),
    history: new DatabaseHistoryReader(knex),
    explorer: new DatabaseFindingsExplorer(knex),
    exports: new DatabaseExportReader(knex),
    clusterDetails: new DatabaseClusterDetailsReader(knex),
    entityDetails: new DatabaseEntityDetailsReader(knex),
    retention: settings.retention,
    exemptions: new DatabaseExemptionStore(knex),
    exemptionSettings: settings.exemptions,
    attestations: new DatabaseAttestationStore(knex),
    rollUp: () => scanner.rollUp(),
    preflight: cluster => scanner.preflight(cluster),
    requestSweeps: clusters => scanner.request(clusters),
    judging: new JudgingQueue(),
    engine: settings.engine,
    tables: () => scanner.tables(),
    supportDates: () => scanner.tables().supportDates,
    nextSweepAfter: (cluster, now) =>
      nextSweepAfter(cluster, settings.everyHours, now),
    settings: {
      thresholds: settings.readiness,
      profile: judging.profile,
      clusterProfile: judging.clusterProfile,
      controls: judging.library.controls,
      library: judging.library.version,
      addedBy: extensions.addedBy,
    },
  });
  return {
    router,
    scanner,
    createNotifier: delivery =>
      createNotifier({ ...services, ...delivery, knex, settings, judging }),
  };
}

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
