import { install } from './toolchain/install.mjs';
import { endEverythingOnInterrupt } from './toolchain/onInterrupt.mjs';
import { inRepository } from './toolchain/paths.mjs';
import { runMain } from './toolchain/runMain.mjs';
import { startNode, TYPESCRIPT } from './toolchain/startNode.mjs';
import { continueOnSupportedNode } from './toolchain/supportedNode.mjs';

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
    { stdio: 'inherit' },
  );
  return new Promise((resolve, reject) => {
    bench.once('error', reject);
    bench.once('exit', code => resolve(code ?? 1));
  });
});
