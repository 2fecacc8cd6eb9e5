import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Io } from '../Io';
import { UsageError } from '../UsageError';
import { writeTexts } from '../writeTexts';
import { Terminal, terminalOf } from './Terminal';

/** Writes a report to a file, or to the standard output where none is named. Throws UsageError where that cannot be done. */
export async function writeReport(
  render: (terminal: Terminal) => Iterable<string>,
  output: string | undefined,
  io: Io,
): Promise<void> {
  if (output === undefined)
    await writeTexts(io.stdout, render(terminalOf(io.stdout, io.env)));
  else await writeFile(output, render(terminalOf({}, io.env)));
}

async function writeFile(file: string, texts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  try {
    await writeTexts(stream, texts);
    stream.end();
    await finished(stream);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new UsageError(`${file} cannot be written (${code}).`);
  }
}
