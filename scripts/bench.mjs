import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './toolchain/install.mjs';
import { endEverythingOnInterrupt } from './toolchain/onInterrupt.mjs';
import { inRepository } from './toolchain/paths.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { startNode, TYPESCRIPT } from './toolchain/startNode.mjs';
import { continueOnSupportedNode } from './toolchain/supportedNode.mjs';
import { startPostgres } from './verify/postgres.mjs';

runMain(async () => {
  await continueOnSupportedNode();
  endEverythingOnInterrupt();
  await install();
  const bench = startNode(
    [
      '--expose-gc',
      ...TYPESCRIPT,
      inRepository('scripts/bench/main.ts'),
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, ...(await databaseEnvironment()) },
    },
  );
  return new Promise((resolvePromise, reject) => {
    bench.once('error', reject);
    bench.once('exit', code => resolvePromise(code ?? 1));
  });
});

/** Starts PostgreSQL where the arguments ask for it; it safely writes to the disk, as one in production does. */
async function databaseEnvironment() {
  const { values } = parseArgs({
    options: { database: { type: 'string' }, directory: { type: 'string' } },
    strict: false,
  });
  if (values.database !== 'postgres') return {};
  const { url } = await startPostgres({
    folder: values.directory && resolve(values.directory, 'postgres'),
    durable: true,
  });
  return { POSTURE_BENCH_POSTGRES_URL: url };
}
