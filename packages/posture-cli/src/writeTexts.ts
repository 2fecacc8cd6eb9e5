/** Characters that are gathered before they are written. */
const CHUNK = 65_536;

/**
 * Writes texts to a stream, in large pieces and no faster than it takes them.
 * A reader that goes away (`posture … | head`) ends the writing; any other error is thrown.
 */
export async function writeTexts(
  stream: NodeJS.WritableStream,
  texts: Iterable<string>,
): Promise<void> {
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < CHUNK) continue;
    if (!(await write(stream, gathered))) return;
    gathered = '';
  }
  if (gathered) await write(stream, gathered);
}

/** Answers whether there is still somebody who reads. */
function write(stream: NodeJS.WritableStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve(false) : reject(error);
    stream.once('error', onError);
    stream.write(text, error => {
      if (error) return;
      stream.removeListener('error', onError);
      resolve(true);
    });
  });
}
