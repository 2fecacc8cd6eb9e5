import { judgeCase, testControl } from '../../testing';
import { memoryLimit } from './memoryLimit';

const pod = (spec: string, metadata = '') => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop${metadata} }
spec: ${spec}`;
const POD = pod('{ containers: [{ name: web }] }');
const range = (item: string, namespace = 'shop') => `apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: ${namespace} }
spec: { limits: [${item}] }`;
const POD_LEVEL =
  '{ resources: { limits: { memory: 1Gi } }, containers: [{ name: web }] }';

testControl(memoryLimit, [
  {
    name: 'names the container and its path',
    given:
      'containers: [{ name: web, resources: { limits: { memory: 1Gi } } }, { name: agent }]',
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.containers[1].resources.limits.memory'],
    message: 'container "agent" has no memory limit',
  },
  {
    name: 'null and zero are no limit',
    given:
      'containers: [{ name: a, resources: { limits: { memory: null } } }, { name: b, resources: { limits: { memory: 0 } } }, { name: c, resources: null }]',
    outcome: 'fail',
    at: [0, 1, 2].map(
      index =>
        `spec.template.spec.containers[${index}].resources.limits.memory`,
    ),
  },
  {
    name: 'a sidecar counts like an app container',
    given: `initContainers: [{ name: mesh, restartPolicy: Always }]
containers: [{ name: web, resources: { limits: { memory: 1Gi } } }]`,
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.initContainers[0].resources.limits.memory'],
  },
  {
    name: 'an init container alone is low',
    given: `initContainers: [{ name: setup }]
containers: [{ name: web, resources: { limits: { memory: 1Gi } } }]`,
    outcome: 'fail',
    severity: 'low',
  },
  {
    name: 'an init container beside an app container is as grave as that',
    given: 'initContainers: [{ name: setup }]\ncontainers: [{ name: web }]',
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'ephemeral containers cannot have resources',
    given: pod(
      '{ containers: [{ name: web, resources: { limits: { memory: 1Gi } } }], ephemeralContainers: [{ name: debug }] }',
    ),
    outcome: 'pass',
  },
  {
    name: 'a limit of the pod holds for all from 1.34',
    given: pod(POD_LEVEL),
    kubernetesVersion: '1.34',
    outcome: 'pass',
  },
  {
    name: 'a limit of the pod is dropped below 1.34',
    given: pod(POD_LEVEL),
    kubernetesVersion: '1.33',
    outcome: 'fail',
  },
  {
    name: 'what a cluster below 1.34 itself returns is in effect there',
    given: pod(POD_LEVEL, ', uid: 1b'),
    kubernetesVersion: '1.33',
    outcome: 'pass',
  },
  {
    name: 'a LimitRange default passes (polaris#163)',
    given: `${POD}\n---\n${range(
      '{ type: Container, default: { memory: 1Gi } }',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'the maximum of a LimitRange is a default',
    given: `${POD}\n---\n${range('{ type: Container, max: { memory: 1Gi } }')}`,
    outcome: 'pass',
  },
  {
    name: 'a LimitRange for CPU, for pods, or in another namespace does not help',
    given: [
      POD,
      range('{ type: Container, default: { cpu: 1 } }'),
      range('{ type: Pod, max: { memory: 1Gi } }'),
      range('{ type: Container, default: { memory: 1Gi } }', 'bank'),
    ].join('\n---\n'),
    outcome: 'fail',
  },
  {
    name: 'a running pod is older than the LimitRange',
    given: `${pod(
      '{ containers: [{ name: web }] }',
      ', uid: 1b',
    )}\n---\n${range('{ type: Container, default: { memory: 1Gi } }')}`,
    outcome: 'fail',
  },
  {
    name: 'limit ranges are not read where all have a limit',
    given:
      'containers: [{ name: web, resources: { limits: { memory: 1Gi } } }]',
    unread: { limitRanges: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'limit ranges that cannot be listed',
    given: POD,
    unread: { limitRanges: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a limit that is no amount is no pass',
    given:
      'containers: [{ name: web, resources: { limits: { memory: plenty } } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].resources.limits.memory'],
  },
  {
    name: 'limits of the wrong type',
    given: 'containers: [{ name: web, resources: { limits: [256Mi] } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);

describe('patch', () => {
  const patchFor = (given: string) =>
    memoryLimit.patch?.(
      judgeCase(memoryLimit, { name: '', given, outcome: 'fail' }).violations,
    );

  it('sets a limit that is no less than the request', () => {
    expect(
      patchFor(`initContainers: [{ name: setup }]
containers: [{ name: web, resources: { requests: { memory: 1Gi } } }]`),
    ).toEqual({
      initContainers: [
        { name: 'setup', resources: { limits: { memory: '256Mi' } } },
      ],
      containers: [{ name: 'web', resources: { limits: { memory: '1Gi' } } }],
    });
  });

  it('leaves a pod that requests memory as a whole to its author', () => {
    expect(
      patchFor(
        'resources: { requests: { memory: 1Gi } }\ncontainers: [{ name: web }]',
      ),
    ).toBeUndefined();
  });
});
