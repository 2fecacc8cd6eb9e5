import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { fileProblem } from './fileProblem';
import { STANDARD_INPUT } from './findFiles';
import { InputError } from './InputError';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** Reads a file, or `-`, as text. What is too large is not read to its end. */
export async function readFile(
  file: string,
  stdin: AsyncIterable<Uint8Array | string>,
): Promise<string | InputError> {
  try {
    const bytes = await readBytes(
      file === STANDARD_INPUT ? stdin : createReadStream(file),
    );
    if (!bytes)
      return refuse(
        file,
        `This is larger than ${
          LARGEST_FILE / MEGABYTE
        } MB, the most that is read of one file: split it.`,
      );
    return textOf(bytes) ?? refuse(file, 'This is no text in UTF-8.');
  } catch (error) {
    return fileProblem(file, error);
  }
}

/** Undefined where there is too much. */
async function readBytes(
  source: AsyncIterable<Uint8Array | string>,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_FILE) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Undefined for what is no text: YAML has no control characters but tab and line ends. */
function textOf(bytes: Buffer): string | undefined {
  return bytes.includes(0) || !isUtf8(bytes)
    ? undefined
    : new TextDecoder().decode(bytes);
}

function refuse(file: string, message: string): InputError {
  return { file, message };
}
