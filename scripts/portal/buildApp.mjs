import { writeFile } from 'node:fs/promises';
import { Failure } from '../toolchain/Failure.mjs';
import { hashFiles } from '../toolchain/hashFiles.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { runProcess } from '../toolchain/processes.mjs';
import { readText } from '../toolchain/readText.mjs';
import { say } from '../toolchain/say.mjs';
import { PORTAL_CONFIG } from './portalConfig.mjs';

const STAMP = inRepository('packages/app/dist/.built-from');

/** What ends up in the bundle; the plugins' config schemas lie beside it. */
const SOURCES = [
  'yarn.lock',
  ...PORTAL_CONFIG,
  'packages/app',
  'plugins/security-posture',
  'plugins/security-posture-common',
  'plugins/security-posture-backend/config.d.ts',
];

/** Builds the app's bundle, unless its sources are those of the last build. */
export async function buildApp() {
  const wanted = await hashFiles(SOURCES.map(path => inRepository(path)));
  if ((await readText(STAMP)) === wanted) {
    return;
  }
  say('Building the app …');
  const { exitCode, output } = await runProcess(
    process.execPath,
    [
      inRepository('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      ...PORTAL_CONFIG.flatMap(path => ['--config', inRepository(path)]),
    ],
    { cwd: inRepository('packages/app') },
  );
  if (exitCode !== 0) {
    throw new Failure(`The app did not build:\n${output.trim()}`);
  }
  await writeFile(STAMP, wanted);
}
