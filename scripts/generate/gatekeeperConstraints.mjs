/**
 * The kinds of constraint that the pod-security set of the Gatekeeper library
 * makes. Their plural names are the same words in small letters.
 */
export const gatekeeperConstraints = [
  'K8sPSPAllowedUsers',
  'K8sPSPAllowPrivilegeEscalationContainer',
  'K8sPSPAppArmor',
  'K8sPSPAutomountServiceAccountTokenPod',
  'K8sPSPCapabilities',
  'K8sPSPFlexVolumes',
  'K8sPSPForbiddenSysctls',
  'K8sPSPFSGroup',
  'K8sPSPHostFilesystem',
  'K8sPSPHostNamespace',
  'K8sPSPHostNetworkingPorts',
  'K8sPSPHostProbesLifecycle',
  'K8sPSPHostProcess',
  'K8sPSPHostProcessContainer',
  'K8sPSPPrivilegedContainer',
  'K8sPSPProcMount',
  'K8sPSPReadOnlyRootFilesystem',
  'K8sPSPSeccomp',
  'K8sPSPSeccompV2',
  'K8sPSPSELinuxV2',
  'K8sPSPVolumeTypes',
];
