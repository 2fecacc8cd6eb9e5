import { createHash } from 'node:crypto';

/** A text that differs where any of the items does, or their order. */
export function digestOf(items: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const item of items) hash.update(`${JSON.stringify(item)}\n`);
  return hash.digest('hex');
}
