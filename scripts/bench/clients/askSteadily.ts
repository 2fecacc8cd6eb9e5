import { setTimeout as sleep } from 'node:timers/promises';
import { ClientsInput } from './main';

/** One answer, in milliseconds. */
export interface Answer {
  /** From the time at which the request was due to the end of its answer. */
  readonly milliseconds: number;
  /** The plugin's own part of it, as the portal tells. */
  readonly ownMs: number;
  /** Requests to other plugins that it took. */
  readonly calls: number;
}

/** Asks for the paths in turn, at a steady rate for so many seconds. Rejects where an answer is not 200. */
export async function askSteadily(
  input: Pick<ClientsInput, 'baseUrl' | 'token' | 'rate'>,
  paths: readonly string[],
  seconds: number,
): Promise<readonly Answer[]> {
  const asked: Promise<Answer>[] = [];
  const began = performance.now();
  for (let index = 0; index < input.rate * seconds; index += 1) {
    const due = began + (index * 1000) / input.rate;
    await sleep(Math.max(0, due - performance.now()));
    asked.push(ask(input, paths[index % paths.length], due));
  }
  return Promise.all(asked);
}

async function ask(
  { baseUrl, token }: Pick<ClientsInput, 'baseUrl' | 'token'>,
  path: string,
  due: number,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  const milliseconds = performance.now() - due;
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  const timing = response.headers.get('server-timing') ?? '';
  return {
    milliseconds,
    ownMs: durationOf(timing, 'own'),
    calls: durationOf(timing, 'calls'),
  };
}

function durationOf(timing: string, name: string): number {
  const found = new RegExp(`\\b${name};dur=([\\d.]+)`).exec(timing);
  if (!found) throw new Error(`The portal does not tell its time: ${timing}`);
  return Number(found[1]);
}
