export type { Breach, Breaches } from './breach';
export { defineClusterControl, defineControl } from './defineControl';
export { eachContainer } from './eachContainer';
export type { ContainerRule, EachContainerOptions } from './eachContainer';
export { effective } from './effective';
export type { EffectiveSetting } from './effective';
export { fail, notApplicable, notEvaluated, pass } from './judgements';
export { onPod } from './onPod';
export type { PodRule } from './onPod';
export {
  containerListOf,
  patchContainers,
  patchContainerSecurityContext,
} from './patches';
export { podAndContainers } from './podAndContainers';
