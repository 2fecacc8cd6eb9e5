import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp } from '../portal/buildApp.mjs';
import { Failure } from '../toolchain/Failure.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { say } from '../toolchain/say.mjs';

const BUNDLE = inRepository('packages/app/dist/static');

/** The card's entry, as the source maps of the bundle name it. */
const CARD = 'components/EntityPostureCard/EntityPostureCard.tsx';

/** What the card never loads: it draws its line itself. */
const NEVER = ['node_modules/recharts/'];

/** Most bytes of JavaScript, compressed, that the card brings to an entity's page. */
const MOST_BYTES = 40_000;

/** Builds the app and fails where the overview card has grown too heavy. Chunks that other pages share are left out. */
export async function checkCardSize() {
  await buildApp();
  const { bytes, file } = await measureCard(BUNDLE);
  say(`The card's own JavaScript is ${file}, ${bytes} bytes compressed.`);
}

/**
 * Measures the chunk with the card's entry. Resolves to its name and compressed size.
 * Fails where there is no such chunk, where it is too heavy, and where it holds what a card never loads.
 */
export async function measureCard(folder) {
  const chunks = await Promise.all(
    (await readdir(folder))
      .filter(name => name.endsWith('.js.map'))
      .map(name => readChunk(folder, name)),
  );
  const own = chunks.filter(({ sources }) =>
    sources.some(source => source.endsWith(CARD)),
  );
  if (own.length !== 1) {
    throw new Failure(`${own.length} chunks of the app hold ${CARD}, not one.`);
  }
  const [{ file, sources }] = own;
  const heavy = sources.find(source =>
    NEVER.some(part => source.includes(part)),
  );
  if (heavy) {
    throw new Failure(`The card's chunk ${file} holds ${heavy}.`);
  }
  const bytes = gzipSync(await readFile(join(folder, file))).length;
  if (bytes > MOST_BYTES) {
    throw new Failure(
      `The card's own JavaScript is ${bytes} bytes compressed, more than ${MOST_BYTES}.`,
    );
  }
  return { file, bytes };
}

async function readChunk(folder, name) {
  const { sources } = JSON.parse(await readFile(join(folder, name), 'utf8'));
  return { file: name.slice(0, -'.map'.length), sources };
}
