import { Container } from '../../model/container';
import { Workload } from '../../model/workload';
import {
  Breach,
  defineControl,
  eachContainer,
  patchContainers,
} from '../../kit';
import { hasRequest, ResourceContext } from '../../relate/effectiveResources';
import { FilledResource } from '../../relate/limitRangeDefaults';

const PROPOSED: Readonly<Record<FilledResource, string>> = {
  cpu: '100m',
  memory: '128Mi',
};
const BOTH: readonly FilledResource[] = ['cpu', 'memory'];
const MEMORY_ONLY: readonly FilledResource[] = ['memory'];

export const resourceRequests = defineControl({
  id: 'resource-requests',
  title: 'Every container requests CPU and memory',
  failureTitle: 'A container requests no CPU or no memory',
  why: 'The scheduler places a container without requests on any node, however full, and such pods are the first to be evicted.',
  fix: 'Set `resources.requests.cpu` and `resources.requests.memory` to what the program uses in normal operation.',
  severity: 'low',
  category: 'podSpec',
  scope: 'container',
  frameworks: { nsa: ['N3'] },
  references: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://kubernetes.io/docs/concepts/policy/limit-range/',
  ],
  needs: ['limitRanges'],
  reads:
    '`resources.requests` of every container, or `resources.limits`, which are requests too where none are set; of the pod from Kubernetes 1.34; and the default requests of LimitRanges of type Container. An amount of zero is none. Ephemeral containers cannot have resources.',
  notes:
    'Of an init container that ends only memory is asked: CPU that it takes for a moment starves nobody.',
  examples: {
    pass: [
      `containers:
  - name: web
    resources: { requests: { cpu: 100m, memory: 128Mi } }`,
      `containers:
  - name: web
    resources: { limits: { cpu: 500m, memory: 256Mi } }`,
    ],
    fail: [
      'containers: [{ name: web }]',
      'containers: [{ name: web, resources: { requests: { cpu: 100m } } }]',
    ],
  },
  evaluate: eachContainer<'limitRanges'>(missingRequests, {
    kinds: ['init', 'sidecar', 'app'],
  }),
  patch: violations =>
    patchContainers(violations, ofContainer => ({
      resources: {
        requests: Object.fromEntries(
          BOTH.filter(resource =>
            ofContainer.some(({ field }) => field === fieldOf(resource)),
          ).map(resource => [resource, PROPOSED[resource]]),
        ),
      },
    })),
});

function missingRequests(
  container: Container,
  workload: Workload,
  context: ResourceContext,
): readonly Breach[] {
  return (container.kind === 'init' ? MEMORY_ONLY : BOTH)
    .filter(resource => !hasRequest(resource, container, workload, context))
    .map(resource => ({
      at: fieldOf(resource),
      message: `container "${container.name}" requests no ${
        resource === 'cpu' ? 'CPU' : 'memory'
      } and has no limit`,
      expected: PROPOSED[resource],
    }));
}

function fieldOf(resource: FilledResource): string {
  return `resources.requests.${resource}`;
}
