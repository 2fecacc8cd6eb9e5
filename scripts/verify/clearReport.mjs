import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes room for a report, so that an old one is never read. */
export async function clearReport(path) {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
}
