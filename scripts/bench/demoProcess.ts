import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import {
  ClusterSize,
  clusterSizes,
  demoClusterCommand,
  Manifest,
} from 'security-posture-demo-cluster';

/** Two benchmarks at once must not meet: each has a range of its own, which its demo processes share. */
let freePort = 20_000 + (process.pid % 200) * 60;

/**
 * Clusters of every size keep the JSON of all their objects, so that reading an object costs the same at L as at M: those
 * that make it anew for each list take 1.7 times as long.
 */
const CACHE_CHARACTERS = 10_000_000_000;

/** What the process may take for that at XL, in MB. */
const HEAP_MB = 12_288;

/** Demo clusters that run in a process of their own. */
export interface DemoProcess {
  readonly clusters: readonly {
    readonly name: string;
    readonly url: string;
    readonly objects: number;
  }[];
  /** Adds objects to a cluster, or replaces them. */
  apply(cluster: string, manifests: readonly Manifest[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts as many generated clusters as the size has, on free ports. Rejects where the process ends before it is ready. */
export async function startDemoProcess({
  size,
  seed,
}: {
  readonly size: ClusterSize;
  readonly seed: number;
}): Promise<DemoProcess> {
  const { command, args } = demoClusterCommand();
  const { clusters: count } = clusterSizes[size];
  const basePort = freePort;
  freePort += count;
  const flags = {
    size,
    seed,
    clusters: count,
    'base-port': basePort,
    'control-port': 0,
    'cache-characters': CACHE_CHARACTERS,
  };
  const child = spawn(
    command,
    [
      `--max-old-space-size=${HEAP_MB}`,
      ...args,
      ...Object.entries(flags).flatMap(([flag, value]) => [
        `--${flag}`,
        String(value),
      ]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([
    line,
    ended.then(() => {
      throw new Error('The demo clusters ended before they were ready');
    }),
  ]);
  const { clusters, control } = JSON.parse(first[0] as string);
  return {
    clusters,
    apply: (cluster, manifests) => postObjects(control, cluster, manifests),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function postObjects(
  control: string,
  cluster: string,
  manifests: readonly Manifest[],
): Promise<void> {
  const response = await fetch(`${control}/clusters/${cluster}/objects`, {
    method: 'POST',
    body: manifests.map(manifest => JSON.stringify(manifest)).join('\n---\n'),
  });
  if (!response.ok)
    throw new Error(
      `The demo clusters did not take the changes: ${await response.text()}`,
    );
}
