import { loadTypeScript } from './loadTypeScript.mjs';

/** The posture engine, compiled from its sources on the way. */
export function loadEngine() {
  return loadTypeScript('packages/posture-engine/src/index.ts');
}
