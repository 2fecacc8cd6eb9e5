import { defineControl, eachContainer, patchContainers } from '../../kit';
import { hasLimit, proposedLimit } from '../../relate/effectiveResources';

const PROPOSED = '256Mi';
const AT_THE_POD = 'a memory limit of the pod';

export const memoryLimit = defineControl({
  id: 'memory-limit',
  title: 'Every container has a memory limit',
  failureTitle: 'A container may use all the memory of its node',
  why: 'A container without a limit that leaks, or is made to, takes the memory of its node and brings down its neighbours.',
  fix: 'Set `resources.limits.memory` to what the program needs at its peak, or let a LimitRange of the namespace give a default.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['N3'],
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://kubernetes.io/docs/concepts/policy/limit-range/',
  ],
  needs: ['limitRanges'],
  reads:
    '`resources.limits.memory` of app containers, sidecars and init containers; of the pod from Kubernetes 1.34; and the defaults of LimitRanges of type Container, where `max` is a default too. A limit of zero is none. Ephemeral containers cannot have resources.',
  notes:
    'A LimitRange counts for templates, not for a pod that runs already: that one carries what it was given. An init container that ends before the program starts is reported with severity low.',
  examples: {
    pass: [
      'containers: [{ name: web, resources: { limits: { memory: 256Mi } } }]',
      `resources: { limits: { memory: 512Mi } }
containers: [{ name: web }, { name: proxy }]`,
    ],
    fail: [
      'containers: [{ name: web }]',
      'containers: [{ name: web, resources: { requests: { memory: 1Gi } } }]',
    ],
  },
  evaluate: eachContainer<'limitRanges'>(
    (container, workload, context) =>
      hasLimit('memory', container, workload, context)
        ? undefined
        : {
            at: 'resources.limits.memory',
            message: `container "${container.name}" has no memory limit`,
            expected:
              proposedLimit('memory', container, workload, PROPOSED) ??
              AT_THE_POD,
            severity: container.kind === 'init' ? 'low' : 'medium',
          },
    { kinds: ['init', 'sidecar', 'app'] },
  ),
  patch: violations =>
    patchContainers(
      violations.filter(({ expected }) => expected !== AT_THE_POD),
      ([{ expected }]) => ({ resources: { limits: { memory: expected } } }),
    ),
});
