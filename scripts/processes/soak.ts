/**
 * A portal of size S whose clusters are swept every minute: `soak.ts --minutes 60`. It prints what the backend process holds
 * and how many rows there are, every minute, and at its end how both grow.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  clusterName,
  clusterSizes,
  generateCatalogEntities,
} from 'security-posture-demo-cluster';
import { stringify } from 'yaml';
import { BenchContent, ReplicaBench, waitUntil } from './ReplicaBench';
import { Replica } from './startReplica';

const SIZE = 'S';
const SEED = 1;
const MINUTE = 60_000;

/** Minutes at the begin that say nothing of growth: caches fill and code is compiled. */
const WARM_UP = 10;

const MEMORY = [
  ['memory', 'rssMb'],
  ['what is held', 'heldMb'],
] as const;

interface Sample {
  readonly minute: number;
  /** Resident set of the backend process, in megabytes: garbage too, as much as V8 finds room for. */
  readonly rssMb: number;
  /** What the process holds once all garbage is collected, in megabytes. */
  readonly heldMb: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

async function main(minutes: number): Promise<void> {
  const bench = await ReplicaBench.start(contentOfSize());
  try {
    const replica = await bench.startReplica('soak');
    await waitUntil('every cluster is swept', 300, () => allSwept(bench));
    const samples: Sample[] = [];
    for (let minute = 0; minute <= minutes; minute += 1) {
      const began = Date.now();
      await sweepAll(bench, replica);
      const sample = await sampleOf(bench, replica, minute);
      samples.push(sample);
      say(
        `${minute} min  ${sample.rssMb} MB, of it held ${
          sample.heldMb
        } MB  ${total(sample)} rows`,
      );
      if (minute < minutes)
        await sleep(Math.max(0, MINUTE - (Date.now() - began)));
    }
    tellGrowth(samples);
  } finally {
    await bench.stop();
  }
}

function contentOfSize(): BenchContent {
  const { clusters } = clusterSizes[SIZE];
  return {
    clusters: Array.from({ length: clusters }, (_, cluster) => ({
      name: clusterName(cluster),
      generate: { size: SIZE, seed: SEED, cluster },
    })),
    entities: [...generateCatalogEntities(SIZE, SEED)]
      .map(entity => stringify(entity))
      .join('---\n'),
  };
}

async function allSwept({ knex }: ReplicaBench): Promise<boolean> {
  const rows = await knex('clusters').select('sweep_no');
  return rows.length > 0 && rows.every(({ sweep_no }) => sweep_no > 0);
}

/** Asks for a sweep of every cluster, and waits until all are published. */
async function sweepAll(bench: ReplicaBench, replica: Replica): Promise<void> {
  const numbers = async () =>
    (await bench.knex('clusters').orderBy('name')).map(row => row.sweep_no);
  const before = await numbers();
  for (const { name } of bench.clusters) {
    const { status } = await replica.ask(`/clusters/${name}/scan`, 'POST');
    if (status !== 202) throw new Error(`A scan is answered with ${status}`);
  }
  await waitUntil('all clusters are swept again', 300, async () =>
    (await numbers()).every((number, index) => number > before[index]),
  );
}

async function sampleOf(
  { knex }: ReplicaBench,
  replica: Replica,
  minute: number,
): Promise<Sample> {
  const { pid } = replica;
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]);
  const heldMb = round((await replica.heldBytes()) / 1_000_000);
  const tables = await knex('pg_tables').where({
    schemaname: 'security-posture',
  });
  const rows: Record<string, number> = {};
  for (const { tablename } of tables) {
    const [{ count }] = await knex(tablename).count({ count: '*' });
    rows[tablename] = Number(count);
  }
  return { minute, rssMb: Math.round(Number(kilobytes) / 1024), heldMb, rows };
}

function tellGrowth(samples: readonly Sample[]): void {
  const settled = samples.slice(Math.min(WARM_UP, samples.length - 2));
  for (const [what, field] of MEMORY) {
    const slope = slopeOf(
      settled.map(sample => [sample.minute, sample[field]]),
    );
    say(`${what} grows by ${round(slope * 60)} MB an hour`);
  }
  const [first] = settled;
  const last = settled[settled.length - 1];
  const hours = (last.minute - first.minute) / 60;
  for (const [table, count] of Object.entries(last.rows)) {
    const growth = count - (first.rows[table] ?? 0);
    if (growth)
      say(`${table} grows by ${Math.round(growth / hours)} rows an hour`);
  }
}

/** Of the straight line that fits the points best. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) =>
    points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = points.reduce(
    (sum, [x, y]) => sum + (x - meanX) * (y - meanY),
    0,
  );
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return over / under;
}

/** To one digit after the point. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function total({ rows }: Sample): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' } },
});
main(Number(values.minutes)).then(
  () => process.exit(),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
