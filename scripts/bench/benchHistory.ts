import { clusterSizes } from 'security-posture-demo-cluster';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../plugins/security-posture-backend/src/database/migrate';
import { BenchArguments } from './arguments';
import { startBenchHost } from './benchHost';
import { databaseConfigOf } from './benchDatabase';
import { DemoProcess } from './demoProcess';
import { countWrites, WrittenRows } from './history/countWrites';
import { databaseBytes } from './history/databaseBytes';
import { History } from './history/History';
import { generatedEntities } from './portal/generatedEntities';
import { waitForComponents } from '../backends/waitForComponents';
import { watchProcess } from './watchProcess';
import { rounded } from './statistics';

/** Where the figures of a history that is kept are, beside its data. */
const FIGURES = 'history.json';

/** Growth is measured from this share of the days on, when the tables have been through some changes. */
const MEASURED_FROM = 1 / 3;

/** Figures of a history, or of the making of one that a directory keeps. */
export async function benchHistory(
  options: BenchArguments,
  folder: string,
  demo: DemoProcess,
) {
  const { size, seed, database, days } = options;
  const of = [size, seed, database, days].join(' ');
  const kept = await readKept(folder, of);
  if (kept) return kept;
  await mkdir(folder, { recursive: true });
  const host = await startBenchHost({
    demo,
    database: databaseConfigOf(database, folder),
    features: [
      (await import('@backstage/plugin-catalog-backend')).default,
      generatedEntities(size, seed),
    ],
  });
  try {
    await waitForComponents(host, clusterSizes[size].entities);
    const figures = await liveThrough(options, {
      demo,
      host,
      knex: await openDatabase(host.database),
    });
    await writeFile(join(folder, FIGURES), JSON.stringify({ of, figures }));
    return figures;
  } finally {
    await host.stop();
  }
}

async function liveThrough(
  { size, seed, days }: BenchArguments,
  given: Pick<
    ConstructorParameters<typeof History>[0],
    'host' | 'demo' | 'knex'
  >,
) {
  const history = new History({ ...given, size, seed, days });
  const { knex } = given;
  await history.start();
  const first = await watchProcess(() => history.live(0));
  const from = Math.floor(days * MEASURED_FROM);
  let bytesBefore = 0;
  for (let day = 1; day < days; day += 1) {
    if (day === from) bytesBefore = await databaseBytes(knex);
    await history.live(day);
    process.stderr.write(`Day ${day + 1} of ${days}\n`);
  }
  const bytes = await databaseBytes(knex);
  await history.catchUp();
  let unchanged = first;
  const written = await countWrites(knex, async () => {
    unchanged = await watchProcess(() => history.sweepUnchanged());
  });
  return {
    days,
    sweepAndRollUpMs: Math.round(unchanged.milliseconds),
    unchangedFindingRows: total(written),
    ...(total(written) ? { unchangedWrites: written } : {}),
    dbBytes: bytes,
    ...(from > 0 && days > from
      ? { dbBytesPerDay: Math.round((bytes - bytesBefore) / (days - from)) }
      : {}),
    historyRssDeltaMb: Math.round(
      Math.max(first.rssDeltaMb, unchanged.rssDeltaMb),
    ),
    historyEventLoopP99Ms: rounded(
      Math.max(first.eventLoopP99Ms, unchanged.eventLoopP99Ms),
      1,
    ),
  };
}

function total(rows: WrittenRows): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** The figures of the history that a folder keeps, if it keeps one. Throws where that is another one. */
async function readKept(folder: string, of: string) {
  const path = join(folder, FIGURES);
  if (!existsSync(path)) return undefined;
  const kept = JSON.parse(await readFile(path, 'utf8')) as KeptHistory;
  if (kept.of !== of)
    throw new Error(`${folder} keeps another history: ${kept.of}, not ${of}`);
  return kept.figures;
}

interface KeptHistory {
  /** Size, seed, database and days. */
  readonly of: string;
  readonly figures: Awaited<ReturnType<typeof liveThrough>>;
}
