import { createRequire } from 'node:module';
import { inRepository } from '../toolchain/paths.mjs';
import { TYPESCRIPT } from '../toolchain/startNode.mjs';

/** The posture engine, compiled from its sources on the way. */
export function loadEngine() {
  const require = createRequire(import.meta.url);
  const [, transform] = TYPESCRIPT;
  require(transform);
  return require(inRepository('packages/posture-engine/src/index.ts'));
}
