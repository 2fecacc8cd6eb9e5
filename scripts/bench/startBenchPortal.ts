import { freePort } from '../backends/freePort';
import { BenchArguments } from './arguments';
import { databaseConfigOf } from './benchDatabase';
import { startChild } from './childProcess';
import { DemoProcess } from './demoProcess';
import { PortalInput } from './portal/main';

/** The portal over a history, in a process of its own and in production mode. Nothing is swept while it runs. */
export async function startBenchPortal(
  { size, seed, database }: BenchArguments,
  folder: string,
  { clusters }: DemoProcess,
) {
  const port = await freePort();
  const { stop } = await startChild(
    'portal/main.ts',
    {
      size,
      seed,
      clusters,
      port,
      everyHours: 24,
      database: databaseConfigOf(database, folder),
    } satisfies PortalInput,
    { NODE_ENV: 'production' },
  );
  return { baseUrl: `http://127.0.0.1:${port}`, stop };
}
