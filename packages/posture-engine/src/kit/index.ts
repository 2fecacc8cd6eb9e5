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
export {
  eachHostPath,
  hostPathBreach,
  hostPathMountBreach,
  hostPathMounts,
} from './hostPathVolumes';
export type { HostPathMount, HostPathVolume } from './hostPathVolumes';
export { keyedPlace, keyIn } from './keyedPlace';
export { holdsNodePath, normalizeNodePath } from './nodePath';
export { patchVolumes } from './patchVolumes';
export { hostNamespace } from './hostNamespace';
