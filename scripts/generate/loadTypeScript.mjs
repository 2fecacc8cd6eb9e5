import { createRequire } from 'node:module';
import { inRepository } from '../toolchain/paths.mjs';
import { TYPESCRIPT } from '../toolchain/startNode.mjs';

/** A module of this repository by its path, compiled on the way with all that it imports. */
export function loadTypeScript(path) {
  const require = createRequire(import.meta.url);
  const [, transform] = TYPESCRIPT;
  require(transform);
  return require(inRepository(path));
}
