import { Writable } from 'node:stream';
import { ExitCode } from '../exitCodes';
import { main } from '../main';

/** What a call of the command line left behind. */
export interface Run {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What surrounds a call; no terminal and nothing on the standard input where nothing is said. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

class Collector extends Writable {
  text = '';

  _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function* chunksOf(stdin: string | Uint8Array = '') {
  yield stdin;
}

/** Runs `posture` in this process. */
export async function runPosture(
  argv: readonly string[],
  { stdin, isTTY, columns, env = {} }: Surroundings = {},
): Promise<Run> {
  const stdout = new Collector();
  const stderr = new Collector();
  const exitCode = await main(argv, {
    stdin: chunksOf(stdin),
    stdout: Object.assign(stdout, { isTTY, columns }),
    stderr,
    env,
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}
