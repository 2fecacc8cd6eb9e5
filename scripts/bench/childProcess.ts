import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const COMPILE = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const END_WITH_PARENT = resolve(__dirname, '../toolchain/exitWithParent.mjs');

/** A process of the benchmark's own that has said its first line. */
export interface ChildProcess<T> {
  readonly told: T;
  stop(): Promise<void>;
}

/** Starts a TypeScript file of this folder as a process, gives it JSON, and waits for the line of JSON that it tells. */
export async function startChild<T>(
  file: string,
  input: object,
  environment: NodeJS.ProcessEnv = {},
): Promise<ChildProcess<T>> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      END_WITH_PARENT,
      '--require',
      COMPILE,
      resolve(__dirname, file),
    ],
    {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  child.stdin.end(JSON.stringify(input));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => {
      throw new Error(`${file} ended before it was ready`);
    }),
  ]);
  return {
    told: JSON.parse(line[0] as string) as T,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** In such a process: what it was given. */
export async function readInput<T>(): Promise<T> {
  return JSON.parse(await text(process.stdin)) as T;
}

/** In such a process: tells its line. */
export function tell(told: object): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
