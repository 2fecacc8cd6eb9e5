import { writeFile } from 'node:fs/promises';
import { checkDiskSpace } from './checkDiskSpace.mjs';
import { failureOfInstall } from './failureOfInstall.mjs';
import { hashFiles } from './hashFiles.mjs';
import { inRepository, root } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { readText } from './readText.mjs';
import { say } from './say.mjs';
import { workspaceFolders } from './workspaces.mjs';
import { yarnEnvironment, yarnPath } from './yarn.mjs';

const STAMP = inRepository('node_modules/.installed-from');
const DISK_SPACE_GIGABYTES = 4;

/** Installs the dependencies, unless they are those of yarn.lock already. */
export async function install() {
  const wanted = await hashOfManifests();
  if ((await readText(STAMP)) === wanted) {
    return;
  }
  say('Installing the dependencies (a minute or two the first time) …');
  await checkDiskSpace(DISK_SPACE_GIGABYTES);
  const { exitCode, output } = await runProcess(
    process.execPath,
    [yarnPath(), 'install', '--immutable'],
    { cwd: root, env: yarnEnvironment(), onOutput: reportSteps },
  );
  if (exitCode !== 0) {
    throw failureOfInstall('the dependencies', output);
  }
  await writeFile(STAMP, wanted);
}

async function hashOfManifests() {
  const folders = workspaceFolders();
  return hashFiles([
    inRepository('yarn.lock'),
    inRepository('.yarnrc.yml'),
    inRepository('package.json'),
    ...folders.map(folder => inRepository(folder, 'package.json')),
  ]);
}

function reportSteps(output) {
  for (const [, step] of output.matchAll(/┌ (.+ step)/g)) {
    say(`  ${step}`);
  }
}
