import { judgeCase, testControl } from '../../testing';
import { cpuLimit } from './cpuLimit';

const STRICT = { requireCpuLimit: true };
const REQUEST =
  'containers: [{ name: web, resources: { requests: { cpu: 2 } } }]';
const withRange = (item: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec: { limits: [${item}] }`;

testControl(cpuLimit, [
  {
    name: 'neither limit nor request',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'low',
    at: ['spec.template.spec.containers[0].resources.limits.cpu'],
    message: 'container "web" has no CPU limit and no CPU request',
  },
  {
    name: 'a request is enough (polaris#912, kube-linter#459, checkov#7226)',
    given: REQUEST,
    outcome: 'pass',
  },
  {
    name: 'the strict setting asks for a limit',
    given: REQUEST,
    settings: STRICT,
    outcome: 'fail',
    message: 'container "web" has no CPU limit',
  },
  {
    name: 'a limit passes the strict setting',
    given: 'containers: [{ name: web, resources: { limits: { cpu: 1 } } }]',
    settings: STRICT,
    outcome: 'pass',
  },
  {
    name: 'init containers are exempt',
    given: `initContainers: [{ name: setup }]
containers: [{ name: web, resources: { limits: { cpu: 1 } } }]`,
    settings: STRICT,
    outcome: 'pass',
  },
  {
    name: 'a sidecar is not',
    given: `initContainers: [{ name: mesh, restartPolicy: Always }]
containers: [{ name: web, resources: { limits: { cpu: 1 } } }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].resources.limits.cpu'],
  },
  {
    name: 'ephemeral containers cannot have resources',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, resources: { limits: { cpu: 1 } } }]
  ephemeralContainers: [{ name: debug }]`,
    outcome: 'pass',
  },
  {
    name: 'a request of the pod from 1.34',
    given: 'resources: { requests: { cpu: 1 } }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.34',
    outcome: 'pass',
  },
  {
    name: 'a request of the pod below 1.34',
    given: 'resources: { requests: { cpu: 1 } }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.33',
    outcome: 'fail',
  },
  {
    name: 'a default request of a LimitRange',
    given: withRange('{ type: Container, defaultRequest: { cpu: 100m } }'),
    outcome: 'pass',
  },
  {
    name: 'a default request of a LimitRange is no limit',
    given: withRange('{ type: Container, defaultRequest: { cpu: 100m } }'),
    settings: STRICT,
    outcome: 'fail',
  },
  {
    name: 'a default limit of a LimitRange',
    given: withRange('{ type: Container, default: { cpu: 1 } }'),
    settings: STRICT,
    outcome: 'pass',
  },
  {
    name: 'memory does not stand in for CPU',
    given:
      'containers: [{ name: web, resources: { limits: { memory: 1Gi } } }]',
    outcome: 'fail',
  },
  {
    name: 'a request that is no amount is no pass',
    given:
      'containers: [{ name: web, resources: { requests: { cpu: half } } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);

it('proposes a limit that is no less than the request', () => {
  const { violations } = judgeCase(cpuLimit, {
    name: '',
    given: `containers: [{ name: web, resources: { requests: { cpu: 2 } } }, { name: agent }]`,
    settings: STRICT,
    outcome: 'fail',
  });
  expect(cpuLimit.patch?.(violations)).toEqual({
    containers: [
      { name: 'web', resources: { limits: { cpu: '2' } } },
      { name: 'agent', resources: { limits: { cpu: '500m' } } },
    ],
  });
});
