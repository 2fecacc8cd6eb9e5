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
  const postgres = await startPostgres();
  const soak = startNode(
    [
      ...TYPESCRIPT,
      inRepository('scripts/processes/soak.ts'),
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
      },
    },
  );
  return new Promise((resolve, reject) => {
    soak.once('error', reject);
    soak.once('exit', code => resolve(code ?? 1));
  });
});
