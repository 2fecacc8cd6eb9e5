import { readFileSync } from 'node:fs';
import { inRepository } from './paths.mjs';

/** Path of the committed yarn, as `.yarnrc.yml` names it. */
export function yarnPath() {
  const settings = readFileSync(inRepository('.yarnrc.yml'), 'utf8');
  return inRepository(/^yarnPath: (.+)$/m.exec(settings)[1]);
}

/** The environment for yarn: it takes npm's registry where npm was given one. */
export function yarnEnvironment(environment = process.env) {
  const registry = environment.npm_config_registry;
  return registry
    ? { YARN_NPM_REGISTRY_SERVER: registry, ...environment }
    : environment;
}
