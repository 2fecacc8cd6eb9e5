/** Longest line that is given on; longer ones are passed over. */
const MOST_CHARACTERS = 64 * 1024;

/**
 * The lines of a text as its bytes arrive, without their line breaks; never more than one line is held.
 * What follows the last line break, if anything, comes last with `complete: false`.
 */
export async function* linesOf(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly text: string; readonly complete: boolean }> {
  const decoder = new TextDecoder();
  let rest = '';
  let tooLong = false;
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (!tooLong) yield { text, complete: true };
      tooLong = false;
    }
    if (rest.length > MOST_CHARACTERS) {
      tooLong = true;
      rest = '';
    }
  }
  if (rest && !tooLong) yield { text: rest, complete: false };
}
