import {
  defineControl,
  eachContainer,
  hasOwnUsers,
  patchContainerSecurityContext,
} from '../../kit';

export const procMount = defineControl({
  id: 'proc-mount',
  title: 'Containers see /proc with the masks of the runtime',
  failureTitle: 'A container sees /proc without its masks',
  why: 'The masks hide the parts of /proc that show secrets of the kernel or change it, and a container without them is one step from its node.',
  fix: 'Remove `securityContext.procMount`. Where nested containers need it, set `hostUsers: false` on the pod as well.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['procMount'],
    'pss-restricted': ['procMount_restricted'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ],
  needs: [],
  reads:
    '`securityContext.procMount` of every container, init container, sidecar and ephemeral container, and `hostUsers`. Unset counts as `Default`. There is no such field on the pod.',
  notes:
    'From Kubernetes 1.35 a pod with `hostUsers: false` may unmask /proc, as Pod Security Admission says at baseline: there it belongs to the user namespace of the pod. At its restricted level Admission never allows it.',
  examples: {
    pass: [
      'containers: [{ name: web, securityContext: { procMount: Default } }]',
      `hostUsers: false
containers: [{ name: builder, securityContext: { procMount: Unmasked } }]`,
    ],
    fail: [
      'containers: [{ name: web, securityContext: { procMount: Unmasked } }]',
    ],
  },
  evaluate: eachContainer((container, workload, context) => {
    const { procMount: actual } = container.securityContext;
    if (actual === undefined || actual === 'Default') return undefined;
    if (
      context.podSecurityLevel !== 'restricted' &&
      hasOwnUsers(workload, context)
    )
      return undefined;
    return {
      at: 'securityContext.procMount',
      message: `container "${container.name}" mounts /proc with procMount ${actual}`,
      actual,
      expected: 'Default',
    };
  }),
  patch: violations =>
    patchContainerSecurityContext(violations, { procMount: null }),
});
