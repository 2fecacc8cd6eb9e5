import { inRepository } from './paths.mjs';
import { startProcess } from './processes.mjs';

/** Arguments with which Node loads TypeScript, compiled on the way. */
export const TYPESCRIPT = [
  '--require',
  inRepository('node_modules/@backstage/cli/config/nodeTransform.cjs'),
];

/** Starts a Node process that ends when this one does. */
export function startNode(nodeArguments, options) {
  return startProcess(
    process.execPath,
    [
      '--import',
      inRepository('scripts/toolchain/exitWithParent.mjs'),
      ...nodeArguments,
    ],
    options,
  );
}
