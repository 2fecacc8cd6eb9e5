import { linesOf } from './linesOf';

async function* bytesOf(...chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks)
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function read(...chunks: readonly (string | Uint8Array)[]) {
  const lines: string[] = [];
  for await (const { text, complete } of linesOf(bytesOf(...chunks)))
    lines.push(complete ? text : `${text} …`);
  return lines;
}

describe('linesOf', () => {
  const euro = Buffer.from('€\n');
  it.each([
    ['in one chunk', ['a\nb\n'], ['a', 'b']],
    ['across chunks', ['a', 'b\nc', '\n'], ['ab', 'c']],
    [
      'in the middle of a character',
      [euro.subarray(0, 1), euro.subarray(1)],
      ['€'],
    ],
    ['without a last break', ['a\nb'], ['a', 'b …']],
    ['of nothing', [], []],
  ])('reads lines %s', async (_, chunks, lines) => {
    expect(await read(...chunks)).toEqual(lines);
  });

  it('passes over a line that never seems to end, and reads on behind it', async () => {
    const long = Array.from({ length: 40 }, () => 'x'.repeat(10_000));
    expect(await read('a\n', ...long, 'x\nb\n')).toEqual(['a', 'b']);
    expect(await read('a\n', ...long)).toEqual(['a']);
  });
});
