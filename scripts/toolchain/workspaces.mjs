import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRepository } from './paths.mjs';

/** Folders of all workspaces, relative to the root: `packages/app`, … */
export function workspaceFolders() {
  const { workspaces } = JSON.parse(
    readFileSync(inRepository('package.json'), 'utf8'),
  );
  return workspaces
    .map(pattern => pattern.replace('/*', ''))
    .flatMap(parent =>
      readdirSync(inRepository(parent)).map(name => `${parent}/${name}`),
    )
    .filter(folder => existsSync(inRepository(folder, 'package.json')))
    .sort();
}
