import { testControl } from '../../testing';
import { subpathCve202125741 } from './subpathCve202125741';

const SUB_PATH = `
containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: web }] }]
volumes: [{ name: data, emptyDir: {} }]`;

const node = (name: string, kubeletVersion: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
  status: { nodeInfo: { kubeletVersion } },
});

const podOn = (nodeName: string) => ({
  namespace: 'shop',
  name: 'web-1',
  nodeName,
  owner: { kind: 'Deployment', name: 'web' },
  injected: [],
  imageDigests: {},
});

const VULNERABLE = [node('old', 'v1.21.4')];

testControl(subpathCve202125741, [
  {
    name: 'names the container and the mount',
    given: `
containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /a }, { name: data, mountPath: /b, subPath: web }] }]
volumes: [{ name: data, emptyDir: {} }]`,
    nodes: VULNERABLE,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.containers[0].volumeMounts[1]'],
    message:
      'container "web" mounts a sub-path on a kubelet that follows its links out of the volume',
  },
  {
    name: 'subPathExpr counts',
    given: `
initContainers: [{ name: setup, volumeMounts: [{ name: data, mountPath: /data, subPathExpr: $(POD_NAME) }] }]
containers: [{ name: web }]
volumes: [{ name: data, emptyDir: {} }]`,
    nodes: VULNERABLE,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].volumeMounts[0]'],
  },
  {
    name: 'no sub-path, nothing to swap',
    given: `
containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: "" }] }]
volumes: [{ name: data, emptyDir: {} }]`,
    nodes: VULNERABLE,
    outcome: 'pass',
  },
  {
    name: 'the node that the pods run on decides',
    given: SUB_PATH,
    nodes: [...VULNERABLE, node('new', 'v1.36.0')],
    livePods: [podOn('new')],
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'any of those nodes',
    given: SUB_PATH,
    nodes: [...VULNERABLE, node('new', 'v1.36.0')],
    livePods: [podOn('new'), podOn('old')],
    outcome: 'fail',
  },
  {
    name: 'where no pod runs, every node does',
    given: SUB_PATH,
    nodes: [...VULNERABLE, node('new', 'v1.36.0')],
    livePods: [],
    outcome: 'fail',
  },
  {
    name: 'a node without a version may be any',
    given: SUB_PATH,
    nodes: [node('odd', 'unknown')],
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'a pod on a node that is not listed may be on any',
    given: SUB_PATH,
    nodes: [node('new', 'v1.36.0')],
    livePods: [podOn('gone')],
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'without nodes, a supported version is enough',
    given: SUB_PATH,
    kubernetesVersion: '1.25',
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'without nodes, an older version is not',
    given: SUB_PATH,
    kubernetesVersion: '1.24',
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a sub-path of the wrong type is no pass',
    given:
      'containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: 1 }] }]',
    nodes: VULNERABLE,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].volumeMounts[0].subPath'],
  },
  ...[
    'v1.18.20',
    'v1.19.2',
    'v1.19.14',
    'v1.20.0',
    'v1.20.10',
    'v1.21.4-gke.301',
    'v1.22.1',
  ].map(version => ({
    name: `${version} is vulnerable`,
    given: SUB_PATH,
    nodes: [node('one', version)],
    kubernetesVersion: '1.22',
    outcome: 'fail' as const,
  })),
  ...[
    'v1.19.15',
    'v1.20.11',
    'v1.21.5',
    'v1.21.10',
    'v1.22.2',
    'v1.23.0',
    'v1.36.1+k3s1',
  ].map(version => ({
    name: `${version} has the fix`,
    given: SUB_PATH,
    nodes: [node('one', version)],
    kubernetesVersion: '1.22',
    outcome: 'notApplicable' as const,
    reason: 'nothingToJudge' as const,
  })),
]);
