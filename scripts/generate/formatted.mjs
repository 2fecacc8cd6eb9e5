import { createRequire } from 'node:module';
import { inRepository } from '../toolchain/paths.mjs';

/** The text of a file as the formatter of this repository writes it. */
export async function formatted(text, path) {
  const prettier = createRequire(import.meta.url)('prettier');
  const options = await prettier.resolveConfig(inRepository(path));
  return prettier.format(text, { ...options, filepath: path });
}
