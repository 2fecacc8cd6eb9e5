#!/usr/bin/env node
// Writes what people or bundlers read and code could derive.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { clusterRoles } from './generate/clusterRoles.mjs';
import { controlIndex } from './generate/controlIndex.mjs';
import { docsPages } from './generate/docsPages.mjs';
import { formatted } from './generate/formatted.mjs';
import { loadEngine } from './generate/loadEngine.mjs';
import { publicApiReports } from './generate/publicApi.mjs';
import { reliabilityPage } from './generate/reliabilityPage.mjs';
import { inRepository } from './toolchain/paths.mjs';

// First: the engine that all the rest derives from loads it.
write(
  'packages/posture-engine/src/controls/index.generated.ts',
  controlIndex(),
);

for (const [name, text] of Object.entries(clusterRoles(loadEngine()))) {
  const path = `deploy/${name}`;
  write(path, await formatted(text, path));
}

const pages = docsPages();
for (const folder of ['docs/controls', 'docs/frameworks']) {
  clear(folder, pages);
}
for (const [path, text] of Object.entries(pages)) {
  write(path, text);
}

const reliability = 'docs/reliability.md';
write(reliability, await formatted(reliabilityPage(), reliability));

for (const [path, text] of Object.entries(publicApiReports())) {
  write(path, await formatted(text, path));
}

function write(path, text) {
  writeFileSync(inRepository(path), text);
}

/** Removes the files of a folder that are not generated any more. */
function clear(folder, kept) {
  mkdirSync(inRepository(folder), { recursive: true });
  for (const file of readdirSync(inRepository(folder))) {
    const path = `${folder}/${file}`;
    if (!(path in kept)) rmSync(inRepository(path));
  }
}
