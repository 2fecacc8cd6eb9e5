import { judgeCase, testControl } from '../../testing';
import { resourceRequests } from './resourceRequests';

const at = (list: string, resource: string) =>
  `spec.template.spec.${list}[0].resources.requests.${resource}`;

testControl(resourceRequests, [
  {
    name: 'one violation for each resource',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'low',
    at: [at('containers', 'cpu'), at('containers', 'memory')],
    message: 'container "web" requests no CPU and has no limit',
  },
  {
    name: 'only what is missing',
    given:
      'containers: [{ name: web, resources: { requests: { cpu: 1 }, limits: { memory: null } } }]',
    outcome: 'fail',
    at: [at('containers', 'memory')],
  },
  {
    name: 'a limit is a request',
    given:
      'containers: [{ name: web, resources: { requests: { cpu: 1 }, limits: { memory: 1Gi } } }]',
    outcome: 'pass',
  },
  {
    name: 'an init container is asked for memory only',
    given: `initContainers: [{ name: setup }]
containers: [{ name: web, resources: { requests: { cpu: 1, memory: 1Gi } } }]`,
    outcome: 'fail',
    at: [at('initContainers', 'memory')],
  },
  {
    name: 'a sidecar is asked for both',
    given: `initContainers: [{ name: mesh, restartPolicy: Always }]
containers: [{ name: web, resources: { requests: { cpu: 1, memory: 1Gi } } }]`,
    outcome: 'fail',
    at: [at('initContainers', 'cpu'), at('initContainers', 'memory')],
  },
  {
    name: 'the pod level gives one, the container the other, from 1.34',
    given: `resources: { requests: { cpu: 1 } }
containers: [{ name: web, resources: { requests: { memory: 1Gi } } }]`,
    kubernetesVersion: '1.34',
    outcome: 'pass',
  },
  {
    name: 'the pod level gives nothing below 1.34',
    given: `resources: { requests: { cpu: 1 } }
containers: [{ name: web, resources: { requests: { memory: 1Gi } } }]`,
    kubernetesVersion: '1.33',
    outcome: 'fail',
    at: [at('containers', 'cpu')],
  },
  {
    name: 'default requests of a LimitRange',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 100m }, min: { memory: 1Mi } }] }`,
    outcome: 'pass',
  },
  {
    name: 'ephemeral containers cannot have resources',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, resources: { limits: { cpu: 1, memory: 1Gi } } }]
  ephemeralContainers: [{ name: debug }]`,
    outcome: 'pass',
  },
  {
    name: 'an amount of the wrong type is no pass',
    given:
      'containers: [{ name: web, resources: { requests: { cpu: true, memory: 1Gi } } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [at('containers', 'cpu')],
  },
]);

it('patches what is missing, container by container', () => {
  const { violations } = judgeCase(resourceRequests, {
    name: '',
    given:
      'containers: [{ name: web }, { name: agent, resources: { limits: { cpu: 1 } } }]',
    outcome: 'fail',
  });
  expect(resourceRequests.patch?.(violations)).toEqual({
    containers: [
      {
        name: 'web',
        resources: { requests: { cpu: '100m', memory: '128Mi' } },
      },
      { name: 'agent', resources: { requests: { memory: '128Mi' } } },
    ],
  });
});
