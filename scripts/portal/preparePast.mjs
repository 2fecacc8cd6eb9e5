import { cp, rename, rm } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import { Failure } from '../toolchain/Failure.mjs';
import { hashFiles } from '../toolchain/hashFiles.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { runProcess } from '../toolchain/processes.mjs';
import { say } from '../toolchain/say.mjs';
import { TYPESCRIPT } from '../toolchain/startNode.mjs';

const PASTS = inRepository('.demo/past');
const LAST_CHARACTERS = 3_000;

/** What the past is made of and by. */
const SOURCES = [
  'yarn.lock',
  'app-config.yaml',
  'packages/backend/src',
  'packages/demo-cluster',
  'packages/posture-engine/src',
  'plugins/security-posture-backend',
  'plugins/security-posture-common/src',
  'plugins/security-posture-node/src',
  'scripts/backends',
  'scripts/portal',
];

/**
 * Makes the last 90 days of the demo company, unless today's are there
 * already. Resolves to a function that puts the database of the portal, as
 * those days left it, into a folder.
 */
export async function preparePast() {
  const sources = await hashFiles(SOURCES.map(path => inRepository(path)));
  const today = new Date().toISOString().slice(0, 10);
  const past = `${PASTS}/${today}-${sources.slice(0, 16)}`;
  if (!existsSync(past)) {
    say('Making the past of the demo company …');
    await rm(PASTS, { recursive: true, force: true });
    await makePast(`${PASTS}/unfinished`);
    await rename(`${PASTS}/unfinished`, past);
  }
  return folder => cp(past, folder, { recursive: true });
}

async function makePast(folder) {
  mkdirSync(folder, { recursive: true });
  const { exitCode, output } = await runProcess(
    process.execPath,
    [...TYPESCRIPT, inRepository('scripts/portal/past/makePast.ts'), folder],
    { cwd: inRepository('packages/backend') },
  );
  if (exitCode !== 0) {
    throw new Failure(
      `The past of the demo could not be made:\n${output
        .trim()
        .slice(-LAST_CHARACTERS)}`,
    );
  }
}
