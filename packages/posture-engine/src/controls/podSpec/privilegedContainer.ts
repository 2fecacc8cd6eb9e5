import {
  defineControl,
  eachContainer,
  patchContainerSecurityContext,
} from '../../kit';

export const privilegedContainer = defineControl({
  id: 'privileged-container',
  title: 'Containers run without the privileges of their host',
  failureTitle: 'A container runs privileged',
  why: 'A privileged container sees every device and kernel feature of its node, so whoever takes the container takes the node and every pod on it.',
  fix: 'Remove `securityContext.privileged`, and add only the capabilities or the one device that the program needs.',
  severity: 'critical',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['privileged'],
    cis: { '1.12': ['5.2.2'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
  ],
  needs: [],
  reads:
    '`securityContext.privileged` of every container, init container, sidecar and ephemeral container. Unset counts as false. There is no such field on the pod.',
  notes:
    'Network, storage and GPU agents of a node often need this: for them the finding stays open, for the danger is the same. An added `SYS_ADMIN` is no concern of this control: see `dangerous-capabilities`. Windows is not exempt: the API refuses the field there.',
  examples: {
    pass: [
      'containers: [{ name: web, securityContext: { privileged: false } }]',
      'containers: [{ name: web }]',
    ],
    fail: [
      'containers: [{ name: web, securityContext: { privileged: true } }]',
      `initContainers: [{ name: setup, securityContext: { privileged: true } }]
containers: [{ name: web }]`,
    ],
  },
  evaluate: eachContainer(container =>
    container.securityContext.privileged === true
      ? {
          at: 'securityContext.privileged',
          message: `container "${container.name}" is privileged`,
          actual: true,
          expected: false,
        }
      : undefined,
  ),
  patch: violations =>
    patchContainerSecurityContext(violations, { privileged: false }),
});
