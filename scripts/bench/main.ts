import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterSize, clusterSizes } from 'security-posture-demo-cluster';
import {
  BenchArguments,
  BenchDatabase,
  BenchPart,
  readArguments,
} from './arguments';
import { benchEngine } from './benchEngine';
import { benchFacts } from './benchFacts';
import { benchHistory } from './benchHistory';
import { BenchHost, startBenchHost } from './benchHost';
import { benchRequests } from './benchRequests';
import { benchSweep } from './benchSweep';
import { DemoProcess, startDemoProcess } from './demoProcess';
import { describeMachine } from './machine';
import { rounded } from './statistics';

/** Where the plugins beside ours have their tables while a process is measured. */
const IN_MEMORY = { client: 'better-sqlite3', connection: ':memory:' };

type Figures = Readonly<Record<string, unknown>>;

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const figures = {
    size: options.size,
    database: options.database,
    seed: options.seed,
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    ...(await figuresOf(options)),
  };
  process.stdout.write(
    options.json ? `${JSON.stringify(figures)}\n` : tableOf(figures),
  );
}

async function figuresOf(options: BenchArguments): Promise<Figures> {
  const demo = await startDemoProcess(options);
  try {
    return {
      ...(await processFigures(options, demo)),
      ...(await portalFigures(options, demo)),
    };
  } finally {
    await demo.stop();
  }
}

/** Figures of the work of one process: sweeping and judging. */
async function processFigures(
  options: BenchArguments,
  demo: DemoProcess,
): Promise<Figures> {
  const { parts } = options;
  if (!parts.includes('sweep') && !parts.includes('engine')) return {};
  const host = await startBenchHost({ demo, database: IN_MEMORY });
  try {
    return {
      ...(parts.includes('sweep') ? await sweepFigures(options, host) : {}),
      ...(parts.includes('engine') ? await benchEngine(host) : {}),
    };
  } finally {
    await host.stop();
  }
}

/** Parts for which there has to be a history. */
const OVER_HISTORY: readonly BenchPart[] = ['history', 'facts', 'requests'];

/** Figures of a portal with days of history. */
async function portalFigures(
  options: BenchArguments,
  demo: DemoProcess,
): Promise<Figures> {
  const { parts, directory } = options;
  if (!OVER_HISTORY.some(part => parts.includes(part))) return {};
  const folder = directory ?? (await mkdtemp(join(tmpdir(), 'posture-bench-')));
  try {
    const history = await benchHistory(options, folder, demo);
    return {
      ...history,
      ...(parts.includes('facts')
        ? await benchFacts(options, folder, demo)
        : {}),
      ...(parts.includes('requests')
        ? await benchRequests(options, folder, demo)
        : {}),
    };
  } finally {
    if (!directory) await rm(folder, { recursive: true, force: true });
  }
}

/** The sizes whose sweeps are compared with those of M. */
const COMPARED: readonly ClusterSize[] = ['L', 'XL'];

/** Figures of sweeps; at L and XL also what an unchanged one costs for each workload over what it costs at M, measured here too. */
async function sweepFigures(
  options: BenchArguments,
  host: BenchHost,
): Promise<Figures> {
  const { size, seed, database } = options;
  const figures = await benchSweep(host, database);
  if (!COMPARED.includes(size)) return figures;
  const atM = await sweepM(seed, database);
  const sweepSlope = rounded(
    figures.unchangedSweepMs /
      clusterSizes[size].workloads /
      (atM.unchangedSweepMs / clusterSizes.M.workloads),
    2,
  );
  return { ...figures, sweepSlope };
}

async function sweepM(seed: number, database: BenchDatabase) {
  const demo = await startDemoProcess({ size: 'M', seed });
  const host = await startBenchHost({ demo, database: IN_MEMORY });
  try {
    return await benchSweep(host, database);
  } finally {
    await host.stop();
    await demo.stop();
  }
}

function tableOf(figures: Figures): string {
  return Object.entries(figures)
    .map(
      ([name, value]) =>
        `${name.padEnd(36)} ${
          typeof value === 'object' ? JSON.stringify(value) : value
        }\n`,
    )
    .join('');
}

main()
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  })
  // Connections that are kept alive would hold the process.
  .finally(() => process.exit());
