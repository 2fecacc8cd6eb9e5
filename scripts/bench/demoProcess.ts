import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import {
  clusterSizes,
  demoClusterCommand,
} from 'security-posture-demo-cluster';
import { BenchArguments } from './arguments';

/** Two benchmarks at once must not meet: each process has a range of its own. */
const FIRST_PORT = 20_000 + (process.pid % 200) * 60;

/** Demo clusters that run in a process of their own. */
export interface DemoProcess {
  readonly clusters: readonly {
    readonly name: string;
    readonly url: string;
    readonly objects: number;
  }[];
  stop(): Promise<void>;
}

/** Starts as many generated clusters as the size has, on free ports. Rejects where the process ends before it is ready. */
export async function startDemoProcess({
  size,
  seed,
}: BenchArguments): Promise<DemoProcess> {
  const { command, args } = demoClusterCommand();
  const flags = [
    '--size',
    size,
    '--seed',
    String(seed),
    '--clusters',
    String(clusterSizes[size].clusters),
  ];
  const child = spawn(
    command,
    [...args, ...flags, '--base-port', String(FIRST_PORT)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([
    line,
    ended.then(() => {
      throw new Error('The demo clusters ended before they were ready');
    }),
  ]);
  return {
    clusters: JSON.parse(first[0] as string).clusters,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
