import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What an API server tells of itself beside its objects. */
export interface ServerPages {
  /** In the text form of Prometheus. */
  metrics?: string;
  /** By flag, without dashes. */
  flags?: Record<string, string>;
}

/**
 * Reads what `/metrics` and `/flagz` tell from `metrics.prom` and `flagz.txt`
 * (a line `name=value` per flag) in a folder; undefined where there is no such
 * file.
 */
export async function loadPages(folder: string): Promise<ServerPages> {
  if (!(await stat(folder)).isDirectory()) {
    return {};
  }
  const metrics = await readOptional(join(folder, 'metrics.prom'));
  const flagz = await readOptional(join(folder, 'flagz.txt'));
  return {
    ...(metrics !== undefined && { metrics }),
    ...(flagz !== undefined && { flags: parseFlagz(flagz) }),
  };
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function parseFlagz(text: string): Record<string, string> {
  const lines = text.split('\n').filter(line => line.includes('='));
  return Object.fromEntries(
    lines.map(line => {
      const end = line.indexOf('=');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}
