import { KnownCve } from '../../model/dataTables';
import { testControl } from '../../testing';
import { FACTS } from '../../testing/facts';
import { clusterKnownCves } from './clusterKnownCves';

const ANY = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const node = (name: string, kubeletVersion: string, os = 'linux') =>
  `apiVersion: v1
kind: Node
metadata: { name: ${name} }
status: { nodeInfo: { kubeletVersion: ${kubeletVersion}, operatingSystem: ${os} } }`;
const nodes = (...given: string[]) => given.join('\n---\n');
const cluster = (serverVersion: string, given = ANY) => ({
  given,
  fromCluster: true,
  serverVersion,
});
const PORTWORX = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: px }
provisioner: kubernetes.io/portworx-volume`;
const proxy = (tag: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: kube-proxy, namespace: kube-system }
spec:
  template:
    spec: { containers: [{ name: p, image: "registry.k8s.io/kube-proxy:${tag}" }] }`;
const withCve = (cve: Partial<KnownCve>) => ({
  ...FACTS,
  knownCves: {
    ...FACTS.knownCves,
    rows: [
      {
        id: 'CVE-2026-0001',
        title: 'Something new',
        component: 'kubernetes' as const,
        affected: [{ introduced: '0', fixed: '1.36.9' }],
        references: ['https://example.com'],
        ...cve,
      },
    ],
  },
});

testControl(clusterKnownCves, [
  {
    name: 'nothing known',
    ...cluster('v1.36.4', node('a', 'v1.36.4')),
    outcome: 'pass',
  },
  {
    name: 'a control plane that lets nodes delete themselves',
    ...cluster('v1.33.3', node('a', 'v1.33.13')),
    outcome: 'fail',
    severity: 'medium',
    at: ['version'],
    message:
      'CVE-2025-5187 in the control plane: A node that NodeRestriction guards may delete itself and return without its taints and labels',
  },
  {
    name: 'the build of a provider, one step milder',
    ...cluster('v1.33.3-eks-a1b2', node('a', 'v1.33.13-eks-a1b2')),
    outcome: 'fail',
    severity: 'low',
    message:
      'CVE-2025-5187 in the control plane: A node that NodeRestriction guards may delete itself and return without its taints and labels, unless its distributor has mended it',
  },
  {
    name: 'kubelets behind a control plane that is mended',
    ...cluster(
      'v1.32.9',
      nodes(node('a', 'v1.32.1'), node('b', 'v1.32.1'), node('c', 'v1.32.9')),
    ),
    outcome: 'fail',
    severity: 'medium',
    at: ['Node status.nodeInfo.kubeletVersion'],
    message:
      "CVE-2025-0426 in kubelets of 2 nodes: Checkpoint requests to the kubelet's read-only port fill its disk",
  },
  {
    name: 'a hole of Windows without a Windows node',
    ...cluster('v1.33.13', node('a', 'v1.28.2')),
    outcome: 'fail',
    at: [
      'Node status.nodeInfo.kubeletVersion',
      'Node status.nodeInfo.kubeletVersion',
    ],
  },
  {
    name: 'a hole of Windows counts for Windows nodes alone',
    ...cluster(
      'v1.33.13',
      nodes(node('a', 'v1.31.4'), node('b', 'v1.31.4', 'windows')),
    ),
    outcome: 'fail',
    at: [
      'Node status.nodeInfo.kubeletVersion',
      'Node status.nodeInfo.kubeletVersion',
    ],
    message:
      'CVE-2024-9042 in kubelets of 1 node: The logs query of the kubelet runs commands on Windows nodes',
  },
  {
    name: 'Portworx without its StorageClass',
    ...cluster('v1.34.1'),
    outcome: 'pass',
  },
  {
    name: 'Portworx with its StorageClass',
    ...cluster('v1.34.1', PORTWORX),
    outcome: 'fail',
    at: ['version'],
  },
  {
    name: 'Portworx, StorageClasses unread',
    ...cluster('v1.34.1'),
    unread: { storageClasses: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'what is unread hides no finding',
    ...cluster('v1.33.3'),
    unread: {
      storageClasses: 'forbidden',
      nodes: 'forbidden',
      workloads: 'forbidden',
      servedResources: 'forbidden',
    },
    outcome: 'fail',
  },
  {
    name: 'dynamic resource allocation that is not served',
    ...cluster('v1.32.5'),
    outcome: 'fail',
    at: ['version'],
  },
  {
    name: 'dynamic resource allocation that is served',
    ...cluster('v1.32.5'),
    evidence: {
      servedResources: [{ group: 'resource.k8s.io', plural: 'resourceclaims' }],
    },
    outcome: 'fail',
    at: ['version', 'version'],
  },
  {
    name: 'no fix, so nothing fails',
    ...cluster('v1.32.9', node('a', 'v1.33.13')),
    outcome: 'pass',
    note: /^CVE-2024-7598 has no fix: Upgrade to 1\.33/,
  },
  {
    name: 'a gitRepo volume is told',
    ...cluster(
      'v1.33.13',
      `${node('a', 'v1.32.13')}
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  volumes: [{ name: source, gitRepo: { repository: "https://example.com/a" } }]`,
    ),
    outcome: 'pass',
    note: /^CVE-2025-1767 has no fix/,
  },
  {
    name: 'a kube-proxy of another version',
    ...cluster('v1.36.4', proxy('v1.20.2')),
    tables: withCve({ component: 'kube-proxy', severity: 'critical' }),
    outcome: 'fail',
    severity: 'critical',
    message: 'CVE-2026-0001 in kube-proxy: Something new',
  },
  {
    name: 'what nobody rated has the severity of the control',
    ...cluster('v1.36.4'),
    tables: withCve({}),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'what the version does not prove is milder',
    ...cluster('v1.36.4'),
    tables: withCve({ severity: 'high', possible: true }),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'no fix at all',
    ...cluster('v1.36.4'),
    tables: withCve({ affected: [{ introduced: '0' }] }),
    outcome: 'fail',
  },
  {
    name: 'nodes that cannot be read',
    ...cluster('v1.36.4'),
    unread: { nodes: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a node that reports garbage',
    ...cluster('v1.36.4', node('a', 'latest')),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: '1 node without a kubelet version',
  },
  {
    name: 'garbage',
    ...cluster('garbage'),
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
  },
  {
    name: 'manifests show no API server',
    given: ANY,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'by a table that is too old nothing passes',
    ...cluster('v1.36.4'),
    now: Date.UTC(2027, 4, 1),
    outcome: 'notEvaluated',
    reason: 'staleData',
  },
]);
