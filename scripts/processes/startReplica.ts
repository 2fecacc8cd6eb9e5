import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../backends/freePort';
import { replicaConfig, ReplicaSetUp } from './replicaConfig';

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A running backend process. */
export interface Replica {
  /** The token that it shows to clusters: their request logs tell by it who asked. */
  readonly clusterToken: string;
  /** Everything that it logged. */
  readonly log: () => string;
  readonly pid: number;
  /** Whether the process still runs. */
  readonly runs: () => boolean;
  /** Bytes that it holds once all garbage is collected. */
  heldBytes(): Promise<number>;
  /** Asks its API as a service that may do everything. */
  ask(path: string, method?: 'GET' | 'POST'): Promise<Response>;
  /** As SIGKILL does it: nothing is cleaned up. */
  kill(): Promise<void>;
  /** As an orchestrator ends it. */
  stop(): Promise<void>;
}

/** Starts a backend process. Rejects with what it says where it refuses to start. */
export async function startReplica(setUp: ReplicaSetUp): Promise<Replica> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--no-deprecation', '--require', TRANSFORM, join(__dirname, 'replica.ts')],
    {
      env: {
        ...process.env,
        // Under `test` the scheduler frees no task of a process that was killed.
        NODE_ENV: 'production',
        NODE_TEST_CONTEXT: undefined,
        REPLICA_CONFIG: JSON.stringify(replicaConfig(setUp, port)),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log = collectOutput(child);
  await started(child, log);
  return {
    clusterToken: setUp.clusterToken,
    log,
    pid: child.pid!,
    runs: () => child.exitCode === null && child.signalCode === null,
    heldBytes: async () => {
      child.send({ type: 'weigh' });
      const [{ bytes }] = await once(child, 'message');
      return bytes;
    },
    ask: (path, method = 'GET') =>
      fetch(`http://127.0.0.1:${port}/api/security-posture/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${setUp.callerToken}` },
      }),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
  return () => output;
}

function started(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { type?: string; reason?: string }) => {
      if (message.type === 'started') resolve();
      if (message.type === 'refused') reject(new Error(message.reason));
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`The replica ended with ${code}:\n${log()}`)),
    );
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
