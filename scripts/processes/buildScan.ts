import { buildSync } from 'esbuild';
import { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { ScanOrder } from './scanOnce';

/** How a process that scanned ended. */
export interface ScanEnd {
  readonly signal: NodeJS.Signals | null;
  /** The statements that wrote something, each by its verb and table; none where it was killed. */
  readonly writes: readonly string[];
}

/** Scans in a process of its own, on this database. Rejects where it fails without having been told to die. */
export type RunScan = (
  database: Knex.Config,
  clusterUrl: string,
  now: number,
  dieAt?: number,
) => Promise<ScanEnd>;

/** Bundles `scanOnce.ts`, so that its many processes start fast. */
export async function buildScan(): Promise<RunScan> {
  const root = join(__dirname, '../..');
  const outfile = join(root, 'node_modules/.cache/processes/scanOnce.js');
  buildSync({
    entryPoints: [join(__dirname, 'scanOnce.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    external: ['knex', 'pg', 'better-sqlite3', '@backstage/*', 'ajv'],
  });
  return async (database, clusterUrl, now, dieAt) => {
    const order: ScanOrder = {
      database,
      clusterUrl,
      now,
      ...(dieAt === undefined ? {} : { dieAt }),
    };
    return runProcess(outfile, order);
  };
}

async function runProcess(file: string, order: ScanOrder): Promise<ScanEnd> {
  const child = spawn(process.execPath, ['--no-deprecation', file], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_TEST_CONTEXT: undefined,
      SCAN_ORDER: JSON.stringify(order),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  const [code, signal] = (await ended) as [number, NodeJS.Signals | null];
  if (code || (signal && order.dieAt === undefined))
    throw new Error(`A scan ended with ${code ?? signal}: ${errors}`);
  return { signal, writes: output ? JSON.parse(output) : [] };
}
