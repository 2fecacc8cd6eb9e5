import {
  defineControl,
  patchSecurityContexts,
  podAndContainers,
} from '../../kit';

const FIELD = 'securityContext.windowsOptions.hostProcess';
const OFF = { windowsOptions: { hostProcess: false } };

export const windowsHostProcess = defineControl({
  id: 'windows-host-process',
  title: 'Windows containers run apart from their node',
  failureTitle: 'A container runs as a process of its Windows node',
  why: 'A HostProcess container is a program of the Windows node itself, with the rights of the user it runs as there, which is most often the system.',
  fix: 'Remove `securityContext.windowsOptions.hostProcess` from the pod and its containers, and with it `hostNetwork`, which HostProcess demands.',
  severity: 'high',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['windowsHostProcess'],
    cis: { '1.12': ['5.2.10'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.windowsOptions.hostProcess` of the pod and of every container. Unset counts as false. True at the pod fails even where all containers say false.',
  notes:
    'The API asks for `hostNetwork: true` beside it, so that `host-network` fails as well.',
  examples: {
    pass: [
      `os: { name: windows }
containers: [{ name: web }]`,
      'containers: [{ name: web, securityContext: { windowsOptions: { hostProcess: false } } }]',
    ],
    fail: [
      `os: { name: windows }
hostNetwork: true
securityContext: { windowsOptions: { hostProcess: true } }
containers: [{ name: agent }]`,
      `os: { name: windows }
hostNetwork: true
containers: [{ name: agent, securityContext: { windowsOptions: { hostProcess: true } } }]`,
    ],
  },
  evaluate: podAndContainers({
    pod: workload =>
      workload.securityContext.hostProcess === true
        ? breachOf('the pod runs as processes of its Windows node')
        : undefined,
    container: container =>
      container.securityContext.hostProcess === true
        ? breachOf(
            `container "${container.name}" runs as a process of its Windows node`,
          )
        : undefined,
  }),
  patch: violations => patchSecurityContexts(violations, () => OFF),
});

function breachOf(message: string) {
  return { at: FIELD, message, actual: true, expected: false };
}
