import { Writable } from 'node:stream';
import { writeTexts } from './writeTexts';

function failing(code: string): Writable {
  return new Writable({
    write: (_, __, done) => done(Object.assign(new Error(code), { code })),
  });
}

describe('writeTexts', () => {
  it('ends quietly where the reader has gone', async () => {
    await expect(writeTexts(failing('EPIPE'), ['a'])).resolves.toBeUndefined();
  });

  it('throws any other error', async () => {
    await expect(writeTexts(failing('ENOSPC'), ['a'])).rejects.toThrow(
      'ENOSPC',
    );
  });

  it('gathers small texts, and keeps their order', async () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk, _, done) => {
        chunks.push(String(chunk));
        done();
      },
    });
    const texts = Array.from({ length: 100_000 }, (_, index) => `${index}\n`);
    await writeTexts(stream, texts);
    expect(chunks.join('')).toBe(texts.join(''));
    expect(chunks.length).toBeLessThan(20);
  });
});
