import { defineControl, eachContainer, patchContainers } from '../../kit';
import {
  hasLimit,
  hasRequest,
  proposedLimit,
} from '../../relate/effectiveResources';

const PROPOSED = '500m';
const AT_THE_POD = 'a CPU limit of the pod';

export const cpuLimit = defineControl({
  id: 'cpu-limit',
  title: 'Every container is bounded in CPU, or has its share reserved',
  failureTitle: 'A container has neither a CPU limit nor a CPU request',
  why: 'A container without limit and without request competes with its neighbours for the CPU by no rule at all, and one of them starves when it runs hot.',
  fix: 'Set `resources.requests.cpu` to what the program needs, or `resources.limits.cpu` to what it may take.',
  severity: 'low',
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
    '`resources.limits.cpu` and `resources.requests.cpu` of app containers and sidecars; of the pod from Kubernetes 1.34; and the defaults of LimitRanges of type Container. An amount of zero is none. Init containers that end are not judged.',
  notes:
    'The most disputed of all checks: a limit slows a program down while CPU lies idle, and requests already guarantee each its share. So a request passes. The setting `requireCpuLimit` asks for a limit, as the guide of NSA and CISA does by its letter.',
  examples: {
    pass: [
      'containers: [{ name: web, resources: { requests: { cpu: 100m } } }]',
      'containers: [{ name: web, resources: { limits: { cpu: 500m } } }]',
    ],
    fail: ['containers: [{ name: web }]'],
  },
  evaluate: eachContainer<'limitRanges'>(
    (container, workload, context) => {
      const strict = context.settings.requireCpuLimit;
      const isBounded = strict ? hasLimit : hasRequest;
      if (isBounded('cpu', container, workload, context)) return undefined;
      return {
        at: 'resources.limits.cpu',
        message: `container "${container.name}" has no CPU limit${
          strict ? '' : ' and no CPU request'
        }`,
        expected:
          proposedLimit('cpu', container, workload, PROPOSED) ?? AT_THE_POD,
      };
    },
    { kinds: ['sidecar', 'app'] },
  ),
  patch: violations =>
    patchContainers(
      violations.filter(({ expected }) => expected !== AT_THE_POD),
      ([{ expected }]) => ({ resources: { limits: { cpu: expected } } }),
    ),
});
