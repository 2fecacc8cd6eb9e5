#!/usr/bin/env node
// Writes what people or bundlers read and code could derive.
import { writeFileSync } from 'node:fs';
import { clusterRoles } from './generate/clusterRoles.mjs';
import { controlIndex } from './generate/controlIndex.mjs';
import { formatted } from './generate/formatted.mjs';
import { loadEngine } from './generate/loadEngine.mjs';
import { publicApiReports } from './generate/publicApi.mjs';
import { inRepository } from './toolchain/paths.mjs';

// First: the engine that all the rest derives from loads it.
write(
  'packages/posture-engine/src/controls/index.generated.ts',
  controlIndex(),
);

for (const [name, text] of Object.entries(clusterRoles(loadEngine()))) {
  write(`deploy/${name}`, text);
}

for (const [path, text] of Object.entries(publicApiReports())) {
  write(path, await formatted(text, path));
}

function write(path, text) {
  writeFileSync(inRepository(path), text);
}
