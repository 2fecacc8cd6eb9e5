import { parseFlags } from './parseFlags';
import { DemoClusters, startDemoClusters } from './startDemoClusters';

/**
 * Runs the process: starts the clusters, prints one line of JSON when all of
 * them listen, and stops at SIGTERM or SIGINT. A failure is one sentence on
 * stderr and exit code 1.
 */
export async function main(args: string[]): Promise<void> {
  const began = performance.now();
  try {
    const running = await startDemoClusters(parseFlags(args));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        running.stop().then(() => process.exit(0), fail);
      });
    }
    process.stdout.write(`${JSON.stringify(readiness(running, began))}\n`);
  } catch (error) {
    fail(error);
  }
}

function readiness({ clusters, controlUrl }: DemoClusters, began: number) {
  return {
    ready: true,
    clusters: clusters.map(({ name, url, objectCount }) => ({
      name,
      url,
      objects: objectCount,
    })),
    control: controlUrl,
    milliseconds: Math.round(performance.now() - began),
  };
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`demo-clusters: ${message}\n`);
  process.exitCode = 1;
}
