import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aFolder } from './aFolder';

const POSTURE = require.resolve('../../bin/posture');

/** The command line itself, as a runner has it installed, with these options besides. */
export function installedPosture(...options: readonly string[]): string {
  return `#!/bin/sh\nexec '${
    process.execPath
  }' '${POSTURE}' "$@" ${options.join(' ')}\n`;
}

/** The `PATH` of a runner that has these programs besides its own, each by its name. */
export function pathWith(tools: Readonly<Record<string, string>>): string {
  const folder = aFolder(tools);
  for (const tool of Object.keys(tools)) chmodSync(join(folder, tool), 0o755);
  return [folder, process.env.PATH].join(delimiter);
}

/** How a shell ended, with what it wrote. */
export interface ShellEnd {
  readonly code: number;
  /** Of both streams, as it came. */
  readonly output: string;
}

/** Runs a command in a folder to its end. */
export async function runCommand(
  [command, ...options]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<ShellEnd> {
  const child = spawn(command, options, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => texts.push(text.toString()));
  const code = await new Promise<number>((done, fail) =>
    child.on('close', done).on('error', fail),
  );
  return { code, output: texts.join('') };
}
