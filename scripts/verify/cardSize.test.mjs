import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { measureCard } from './cardSize.mjs';

const CARD =
  'webpack://app/../../plugins/security-posture/src/components/EntityPostureCard/EntityPostureCard.tsx';
const RECHARTS = 'webpack://app/../../node_modules/recharts/es6/index.js';
const OTHER = 'webpack://app/./src/App.tsx';

describe('measureCard', () => {
  let folder;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'card-size-'));
    await addChunk('main.js', [OTHER, RECHARTS], 100_000);
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Bytes that nothing can compress. */
  async function addChunk(file, sources, bytes) {
    await writeFile(join(folder, file), randomBytes(bytes));
    await writeFile(join(folder, `${file}.map`), JSON.stringify({ sources }));
  }

  it('takes the chunk of the card, and no other', async () => {
    await addChunk('1.chunk.js', [CARD, OTHER], 1000);
    const { file, bytes } = await measureCard(folder);
    assert.equal(file, '1.chunk.js');
    assert.ok(bytes >= 1000 && bytes < 1100, `${bytes} bytes`);
  });

  it('fails where the card is too heavy', async () => {
    await addChunk('1.chunk.js', [CARD], 40_001);
    await assert.rejects(measureCard(folder), /more than 40000/);
  });

  it('fails where the card loads the charting library', async () => {
    await addChunk('1.chunk.js', [CARD, RECHARTS], 1000);
    await assert.rejects(measureCard(folder), /holds .*recharts/);
  });

  for (const [where, files] of [
    ['is in no chunk', []],
    ['is in two chunks', ['1.chunk.js', '2.chunk.js']],
  ]) {
    it(`fails where the card ${where}`, async () => {
      for (const file of files) await addChunk(file, [CARD], 1000);
      await assert.rejects(measureCard(folder), /chunks of the app hold/);
    });
  }
});
