import {
  AuditorService,
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ClusterReader,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { Knex } from 'knex';
import {
  Control,
  ControlNeed,
  DataTables,
  needsOf,
} from 'security-posture-engine';
import { ClusterRegistry } from './clusters/ClusterRegistry';
import {
  ClusterPreflight,
  ClusterProbe,
  collectCluster,
  preflightCluster,
} from './collect';
import { DatabaseAnnotatedExemptionStore } from './database/DatabaseAnnotatedExemptionStore';
import { DatabaseAttestationStore } from './database/DatabaseAttestationStore';
import { DatabaseExemptionStore } from './database/DatabaseExemptionStore';
import { DatabaseImportStore } from './database/DatabaseImportStore';
import { DatabasePostureReader } from './database/DatabasePostureReader';
import { DatabaseResolveStore } from './database/DatabaseResolveStore';
import { DatabaseRetentionStore } from './database/DatabaseRetentionStore';
import { DatabaseRollupStore } from './database/DatabaseRollupStore';
import { DatabaseSweepStore } from './database/DatabaseSweepStore';
import { noteVersions } from './database/operations/noteVersions';
import { rollUpScopes } from './database/operations/rollUpScopes';
import { hideStatement } from './database/hideStatement';
import { listScansOf } from './database/operations/scans';
import { syncClusters } from './database/operations/syncClusters';
import { SiteTables } from './data/SiteTables';
import { ExemptionUpkeep } from './exemptions/ExemptionUpkeep';
import { Judging } from './extend/Judging';
import { versionsOf } from './extend/versionsOf';
import { PluginSettings } from './readSettings';
import { createOwnerIndex } from './resolve/OwnerIndex';
import { readCatalog } from './resolve/readCatalog';
import { readScopes } from './resolve/readScopes';
import { Resolver } from './resolve/Resolver';
import { readServiceLocator } from './resolve/ServiceLocator';
import { Retention } from './retention/Retention';
import { RollUp } from './rollup/RollUp';
import { scheduleScopeRollUps } from './rollup/scheduleScopeRollUps';
import { readSchedule, readSchedules } from './schedule/readSchedules';
import { SweepScheduler } from './schedule/SweepScheduler';
import { CollectCluster } from './sweep/CollectCluster';
import { indexControls } from './views/PostureSettings';
import { createSweepListener } from './sweep/createSweepListener';
import { runSweep, SweepEnvironment } from './sweep/runSweep';
import { profileKey } from './sweep/tallyEntities';
import { inSpan } from './telemetry/inSpan';
import { Telemetry } from './telemetry/Telemetry';

/** Longest time that a cluster is asked what of it may be read. */
const PREFLIGHT_MS = 60_000;

/** What the scanner works with. */
export interface ScannerOptions {
  readonly knex: Knex;
  readonly auditor: AuditorService;
  readonly reader: ClusterReader;
  readonly probe: ClusterProbe;
  readonly settings: PluginSettings;
  readonly judging: Judging;
  readonly config: Config;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly logger: LoggerService;
  /** Absent: nothing is measured. */
  readonly telemetry?: Telemetry;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Sweeps clusters and resolves entities, by schedule and on request. */
export interface Scanner {
  start(): Promise<void>;
  /** Begins nothing more by itself; sweeps end with the scheduler. */
  stop(): void;
  /** Asks for sweeps of these clusters now. */
  request(clusters: readonly string[]): Promise<void>;
  /** What is judged by now. */
  tables(): DataTables;
  /** Sums up the postures that something has changed. */
  rollUp(): Promise<void>;
  /** Asks a cluster what of it may be read. */
  preflight(cluster: string): Promise<ClusterPreflight>;
}

/** Wires sweeping and resolving to Backstage's scheduler. */
export function createScanner(options: ScannerOptions): Scanner {
  const { knex, settings, logger, scheduler, clock } = options;
  const { controls } = options.judging.library;
  const registry = new ClusterRegistry({
    reader: options.reader,
    production: settings.productionClusters,
    save: clusters =>
      hideStatement('keep the clusters', () =>
        syncClusters(knex, clusters, clock()),
      ),
    logger,
  });
  const sumScopes = createScopeRollUp(options);
  const rollUp = createRollUp(options, sumScopes, clock);
  const resolver = createResolver(options, controls, rollUp, clock);
  const tables = new SiteTables(settings.tableSources, logger);
  const environment: SweepEnvironment = {
    ...sweepEnvironment(options, controls, registry, clock),
    tables: () => tables.current,
    telemetry: options.telemetry,
  };
  const upkeep = createUpkeep(options, controls, rollUp, requestSweeps);
  const sweeps = new SweepScheduler({
    scheduler,
    logger,
    refreshClusters: () => registry.refresh(),
    readSchedules: () =>
      hideStatement('tell which clusters are due', () => readSchedules(knex)),
    readSchedule: name =>
      hideStatement('tell whether a cluster is due', () =>
        readSchedule(knex, name),
      ),
    sweep: async (cluster, trigger, signal) => {
      await runSweep(environment, cluster, trigger, signal);
      await hideStatement('note versions', () =>
        noteVersions(knex, versionsOf(options.judging), clock()),
      );
      await upkeep.reopen();
      await inSpan(options.telemetry, cluster, 'resolve', () =>
        resolveAfter(cluster, resolver, rollUp, logger),
      );
      await upkeep.followAnnotations(cluster);
    },
    everyHours: settings.everyHours,
    maxConcurrent: settings.maxConcurrentSweeps,
    timeout: settings.sweepTimeout,
    clock,
  });
  function requestSweeps(clusters: readonly string[]): Promise<void> {
    return sweeps.request(clusters);
  }
  const retention = new Retention({
    store: new DatabaseRetentionStore(knex),
    settings: settings.retention,
    logger,
    clock,
  });
  return {
    async start() {
      await tables.start(scheduler);
      await retention.start(scheduler);
      await rollUp.start(scheduler);
      await scheduleScopeRollUps(scheduler, () => sumScopes(clock()));
      await upkeep.start(scheduler);
      await resolver.start(scheduler);
      await sweeps.start();
    },
    stop() {
      resolver.stop();
      sweeps.stop();
    },
    request: clusters => sweeps.request(clusters),
    tables: () => tables.current,
    rollUp: () => rollUp.run(),
    preflight: cluster => preflight(options, registry, controls, cluster),
  };
}

/** A sweep that is published stays so: where the catalog does not answer now, the resolver's own task asks again. */
async function resolveAfter(
  cluster: string,
  resolver: Resolver,
  rollUp: RollUp,
  logger: LoggerService,
): Promise<void> {
  try {
    await resolver.resolve();
  } catch (error) {
    logger.warn(
      `Entities could not be resolved after the sweep of cluster ${cluster}: ${stringifyError(
        error,
      )}`,
    );
    await rollUp.run();
  }
}

function createResolver(
  { knex, settings, judging, config, auth, catalog, logger }: ScannerOptions,
  controls: readonly Control[],
  rollUp: RollUp,
  clock: () => number,
): Resolver {
  const environment = {
    store: new DatabaseResolveStore(knex),
    readEntities: () => readCatalog(catalog, auth),
    readScopes: () => readScopes(catalog, auth),
    locator: readServiceLocator(config),
    controls,
    library: judging.library.version,
    profile: judging.profile,
    settings: settings.engine,
    logger,
    clock,
  };
  return new Resolver(environment, () => rollUp.run());
}

function createUpkeep(
  { knex, settings, auditor, logger, clock }: ScannerOptions,
  controls: readonly Control[],
  rollUp: RollUp,
  requestSweeps: (clusters: readonly string[]) => Promise<void>,
): ExemptionUpkeep {
  return new ExemptionUpkeep({
    exemptions: new DatabaseExemptionStore(knex),
    annotated: new DatabaseAnnotatedExemptionStore(knex),
    attestations: new DatabaseAttestationStore(knex),
    scans: new DatabasePostureReader(knex),
    requestSweeps,
    rollUp: () => rollUp.run(),
    settings: settings.exemptions,
    controls: indexControls(controls),
    auditor,
    logger,
    clock,
  });
}

function createRollUp(
  { knex, judging }: ScannerOptions,
  sumScopes: (now: number) => Promise<void>,
  clock: () => number,
): RollUp {
  return new RollUp({
    store: new DatabaseRollupStore(knex),
    profile: judging.profile,
    clusterProfile: judging.clusterProfile,
    library: judging.library.version,
    rollUpScopes: sumScopes,
    clock,
  });
}

function createScopeRollUp({
  knex,
  settings,
  judging,
}: ScannerOptions): (now: number) => Promise<void> {
  return now =>
    hideStatement('roll up groups and systems', () =>
      rollUpScopes(knex, {
        now,
        thresholds: settings.readiness,
        profile: profileKey(judging.profile),
        library: judging.library.version,
      }),
    );
}

function sweepEnvironment(
  { knex, reader, probe, settings, judging, signals, logger }: ScannerOptions,
  controls: readonly Control[],
  registry: ClusterRegistry,
  clock: () => number,
): Omit<SweepEnvironment, 'tables'> {
  const owners = new DatabaseResolveStore(knex);
  const imports = new DatabaseImportStore(knex);
  const attestations = new DatabaseAttestationStore(knex);
  const needs: readonly ControlNeed[] = [...new Set(controls.flatMap(needsOf))];
  const collect: CollectCluster = async (name, options) => {
    const cluster = await registry.describe(name);
    return collectCluster(reader, cluster, {
      needs,
      optIn: settings.optIn,
      readImports: () => imports.readDocuments(name),
      probe: probe.of(cluster, options.signal),
      ...options,
    });
  };
  return {
    store: new DatabaseSweepStore(knex),
    collect,
    readAttestations: cluster => attestations.listForSweep(cluster),
    readOwners: async cluster =>
      createOwnerIndex(await owners.listOwners(cluster)),
    controls,
    library: judging.library.version,
    profile: judging.profile,
    clusterProfile: judging.clusterProfile,
    settings: settings.engine,
    listener: createSweepListener(
      signals,
      sweepId => hideStatement('list scans', () => listScansOf(knex, sweepId)),
      logger,
    ),
    clock,
  };
}

async function preflight(
  { reader, probe, settings }: ScannerOptions,
  registry: ClusterRegistry,
  controls: readonly Control[],
  name: string,
): Promise<ClusterPreflight> {
  try {
    const cluster = await registry.describe(name);
    const signal = AbortSignal.timeout(PREFLIGHT_MS);
    return await preflightCluster(reader, cluster, {
      controls,
      optIn: settings.optIn,
      probe: probe.of(cluster, signal),
      signal,
    });
  } catch (error) {
    if (!isClusterReadError(error)) throw error;
    return { answers: false, reason: error.reason, items: [] };
  }
}
