export {
  BINDING_NEEDS,
  BINDING_READS,
  judgeRights,
  judgeSubjects,
} from './bindingControls';
export type { Breach, Breaches } from './breach';
export { cappedViolations } from './cappedViolations';
export {
  defineClusterControl,
  defineControl,
  defineImageControl,
  defineNamespaceControl,
  defineNodeControl,
  defineRoleBindingControl,
  defineServiceAccountControl,
} from './defineControl';
export { eachContainer } from './eachContainer';
export type { ContainerRule, EachContainerOptions } from './eachContainer';
export { effective, placeOf } from './effective';
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
export { appArmorAnnotations, appArmorTypeOf } from './appArmor';
export { askedSince } from './askedSince';
export { hasOwnUsers } from './hasOwnUsers';
export {
  liesInEphemeral,
  liesInPodContext,
  patchSecurityContexts,
} from './patchSecurityContexts';
export { isConfining, unconfiningProfile } from './profiles';
export { withAnnotationNote } from './seccompAnnotations';
export { unlessMalformed } from './unlessMalformed';
export { unlessMissing } from './unlessMissing';
export { byServerVersion } from './byServerVersion';
export { judgedByTable } from './judgedByTable';
export { refusingPolicy } from './refusingPolicy';
export { DEFAULT_DENY_NEEDS, defaultDeny } from './defaultDeny';
export { exemptNamespace } from './exemptNamespace';
export { acceptedPrivileges, PRIVILEGE_NEEDS } from './acceptedPrivileges';
export { podsRefusedAt } from './podsRefusedAt';
