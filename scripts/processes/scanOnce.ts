/**
 * Sweeps one cluster, resolves and rolls up, all by the plugin's own wiring, and then ends: `scanOnce.ts`, with a ScanOrder
 * as JSON in the environment variable SCAN_ORDER. It prints its writing statements as JSON, each by its verb and table. Where it is told to, it
 * kills itself with SIGKILL as it sends one of them.
 */
import { SchedulerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory, { Knex } from 'knex';
import { BASE_LIBRARY } from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { ClusterProbe } from '../../plugins/security-posture-backend/src/collect';
import {
  createScanner,
  ScannerOptions,
} from '../../plugins/security-posture-backend/src/createScanner';
import { judgingBy } from '../../plugins/security-posture-backend/src/extend/Judging';
import { readSettings } from '../../plugins/security-posture-backend/src/readSettings';
import { DirectClusterReader } from '../../examples/security-posture-module-example/src/DirectClusterReader';
import { SHOP_ENTITIES } from './shopEntities';

/** What one process has to do. */
export interface ScanOrder {
  readonly database: Knex.Config;
  /** Address of a demo cluster. */
  readonly clusterUrl: string;
  /** The time that it tells, in epoch milliseconds. */
  readonly now: number;
  /** Number of the writing statement at which it dies, from 1. */
  readonly dieAt?: number;
}

const WRITE =
  /^\s*(insert into|update|delete from|commit)(?: (?:only )?[`"]?(\w+)[`"]?)?/i;

async function main(order: ScanOrder): Promise<void> {
  const knex = knexFactory(order.database);
  const writes: string[] = [];
  knex.on('query', ({ sql }: { sql: string }) => {
    const [, verb, table = ''] = WRITE.exec(sql) ?? [];
    if (verb === undefined) return;
    writes.push(`${verb} ${table}`);
    if (writes.length === order.dieAt) process.kill(process.pid, 'SIGKILL');
  });
  await runTasks(scheduler => createScanner(optionsOf(order, knex, scheduler)));
  process.stdout.write(JSON.stringify(writes));
  await knex.destroy();
}

/** Runs all tasks once: first the one that looks for clusters, then what it triggers, then the rest. */
async function runTasks(
  create: (scheduler: SchedulerService) => { start(): Promise<void> },
): Promise<void> {
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  const triggered: string[] = [];
  const scheduler: Partial<SchedulerService> = {
    scheduleTask: async ({ id, fn }) => void tasks.set(id, fn as never),
    triggerTask: async id => void triggered.push(id),
  };
  await create(scheduler as SchedulerService).start();
  const run = async (id: string) =>
    tasks.get(id)!(new AbortController().signal);
  await run('list-clusters');
  for (const id of triggered) await run(id);
  const swept = new Set(['list-clusters', ...triggered]);
  for (const id of tasks.keys()) if (!swept.has(id)) await run(id);
}

function optionsOf(
  { clusterUrl, now }: ScanOrder,
  knex: Knex,
  scheduler: SchedulerService,
): ScannerOptions {
  const config = new ConfigReader({});
  const event = { success: async () => {}, fail: async () => {} };
  const services = {
    auth: { getOwnServiceCredentials: async () => ({}) },
    discovery: {},
  } as never as Pick<ScannerOptions, 'auth'> & { discovery: never };
  const entities = parseAllDocuments(SHOP_ENTITIES).map(document =>
    document.toJS(),
  );
  return {
    knex,
    reader: new DirectClusterReader([{ name: 'prod', url: clusterUrl }]),
    probe: ClusterProbe.fromConfig(config, [], services),
    settings: readSettings(config),
    judging: judgingBy(BASE_LIBRARY),
    config,
    auth: services.auth,
    catalog: catalogServiceMock({ entities }),
    scheduler,
    auditor: { createEvent: async () => event },
    signals: { publish: async () => {} },
    logger: silentLogger(),
    clock: () => now,
  };
}

function silentLogger(): ScannerOptions['logger'] {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const logger: ScannerOptions['logger'] = {
    error: say,
    warn: say,
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return logger;
}

main(JSON.parse(process.env.SCAN_ORDER!)).then(
  () => process.exit(),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
