import { FrameworkTable } from './FrameworkTable';

const SOURCE =
  'https://kubernetes.io/docs/concepts/security/pod-security-standards/';
const NAMES = 'Items are named as the checks of Pod Security Admission.';

/** The checks of the level baseline. Source: Pod Security Admission of Kubernetes 1.37, `policy/check_*.go`. */
export const PSS_BASELINE: FrameworkTable = {
  framework: 'pss-baseline',
  edition: 'Kubernetes 1.37',
  source: SOURCE,
  about: `The level of the Pod Security Standards that keeps known ways out of a container shut. ${NAMES}`,
  sections: [
    {
      title: 'Checks of the level baseline',
      items: [
        { id: 'appArmorProfile', title: 'AppArmor is not switched off' },
        {
          id: 'capabilities_baseline',
          title: 'No capability beyond the default set of the runtime',
        },
        { id: 'hostNamespaces', title: 'No namespace of the host' },
        { id: 'hostPathVolumes', title: 'No hostPath volume' },
        { id: 'hostPorts', title: 'No port of the host' },
        {
          id: 'hostProbesAndHostLifecycle',
          title: 'No host in probes and lifecycle hooks',
          sinceMinor: 34,
        },
        { id: 'privileged', title: 'No privileged container' },
        { id: 'procMount', title: 'The masks of /proc stay' },
        {
          id: 'seccompProfile_baseline',
          title: 'Seccomp is not switched off',
        },
        { id: 'seLinuxOptions', title: 'SELinux user, role and type stay' },
        { id: 'sysctls', title: 'Safe sysctls only' },
        { id: 'windowsHostProcess', title: 'No Windows HostProcess' },
      ],
    },
  ],
};

/** The checks that the level restricted adds. Source: as for baseline. */
export const PSS_RESTRICTED: FrameworkTable = {
  framework: 'pss-restricted',
  edition: 'Kubernetes 1.37',
  source: SOURCE,
  about: `The level of the Pod Security Standards that asks for what is current practice in hardening: all of baseline, and these. ${NAMES}`,
  sections: [
    {
      title: 'Checks of the level restricted',
      items: [
        {
          id: 'allowPrivilegeEscalation',
          title: 'No gain of privileges',
          sinceMinor: 8,
        },
        {
          id: 'capabilities_restricted',
          title: 'All capabilities dropped, NET_BIND_SERVICE may be added',
          sinceMinor: 22,
        },
        {
          id: 'procMount_restricted',
          title: 'The masks of /proc stay, in a user namespace too',
          sinceMinor: 35,
        },
        { id: 'restrictedVolumes', title: 'Core volume types only' },
        { id: 'runAsNonRoot', title: 'Running as root is refused' },
        { id: 'runAsUser', title: 'The user is not 0', sinceMinor: 23 },
        {
          id: 'seccompProfile_restricted',
          title: 'A seccomp profile is set',
          sinceMinor: 19,
        },
      ],
    },
  ],
};
