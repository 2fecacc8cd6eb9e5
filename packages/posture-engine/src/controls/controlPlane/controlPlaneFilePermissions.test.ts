import { FILE_CHECKS } from '../../data/controlPlaneFiles';
import { EvidenceLists } from '../../model/evidence';
import { DAY } from '../../read/dates';
import { NOTHING, ON_EKS, TEST_NOW, testControl } from '../../testing';
import { controlPlaneFilePermissions } from './controlPlaneFilePermissions';

const NUMBERS = FILE_CHECKS.map(({ cis }) => cis);
const node = (name: string) => `apiVersion: v1
kind: Node
metadata:
  name: ${name}
  creationTimestamp: "2026-01-01T00:00:00Z"
  labels: { node-role.kubernetes.io/control-plane: "" }`;
const cluster = (...objects: readonly string[]) => ({
  given: objects.join('\n---\n'),
  fromCluster: true,
});
const kubeBench = (
  failing: readonly string[] = [],
  name = 'cp-1',
  days = 1,
  numbers = NUMBERS,
): EvidenceLists['imports'] => ({
  kind: 'kube-bench',
  receivedAt: TEST_NOW - days * DAY,
  node: name,
  document: {
    Controls: [
      {
        version: 'cis-1.12',
        tests: [
          {
            results: numbers.map(test_number => ({
              test_number,
              status: failing.includes(test_number) ? 'FAIL' : 'PASS',
            })),
          },
        ],
      },
    ],
  },
});
const given = (...imports: EvidenceLists['imports'][]) => ({
  ...cluster(node('cp-1')),
  evidence: { imports },
});
const trivy = (checks: string, version = '0.27.0') =>
  `apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterInfraAssessmentReport
metadata:
  name: node-cp-1
  labels:
    trivy-operator.resource.kind: Node
    trivy-operator.resource.name: cp-1
report:
  scanner: { name: Trivy, version: "${version}" }
  updateTimestamp: "2026-11-20T08:00:00Z"
  checks: [${checks}]`;
const file = (path: string, permissions = 384, uid = 0) =>
  `{ path: "${path}", permissions: ${permissions}, ownership: { uid: ${uid}, gid: 0 } }`;
const kubescape = (admin: string, key = file('/etc/kubernetes/pki/ca.key')) =>
  `apiVersion: hostdata.kubescape.cloud/v1beta1
kind: ControlPlaneInfo
metadata: { name: cp-1 }
spec:
  nodeName: cp-1
  adminConfigFile: ${admin}
  PKIDir: ${file('/etc/kubernetes/pki', 493)}
  PKIFiles: [${key}, ${file('/etc/kubernetes/pki/ca.crt', 420)}]
status: { lastSensed: "2026-11-20T08:00:00Z" }`;
const ADMIN = '/etc/kubernetes/admin.conf';

testControl(controlPlaneFilePermissions, [
  {
    name: 'all 21 checks pass',
    ...given(kubeBench()),
    outcome: 'pass',
    note: 'from a kube-bench report of 2026-11-20',
  },
  {
    name: 'two fail',
    ...given(kubeBench(['1.1.1', '1.1.12'])),
    outcome: 'fail',
    at: ['Node cp-1', 'Node cp-1'],
    severity: 'medium',
    message:
      'mode of the manifest of the API server: not as CIS 1.1.1 asks, by a kube-bench report of 2026-11-20',
  },
  {
    name: 'one without evidence',
    ...given(kubeBench([], 'cp-1', 1, NUMBERS.slice(1))),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /no evidence for 1\.1\.1$/,
  },
  {
    name: 'one fails, the rest without evidence',
    ...given(kubeBench(['1.1.13'], 'cp-1', 1, ['1.1.13'])),
    outcome: 'fail',
  },
  {
    name: 'one of two nodes',
    ...cluster(node('cp-1'), node('cp-2')),
    evidence: { imports: [kubeBench()] },
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'both nodes, one of which fails',
    ...cluster(node('cp-1'), node('cp-2')),
    evidence: { imports: [kubeBench(), kubeBench(['1.1.21'], 'cp-2')] },
    outcome: 'fail',
    at: ['Node cp-2'],
  },
  {
    name: 'an old report',
    ...given(kubeBench([], 'cp-1', 91)),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'a document that is none',
    ...given({ ...kubeBench(), document: {} }),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'no report',
    ...given(),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a report of Trivy that names failures only, and none of these',
    ...cluster(node('cp-1'), trivy('')),
    outcome: 'pass',
  },
  {
    name: 'a report of Trivy with a failure',
    ...cluster(
      node('cp-1'),
      trivy('{ checkID: AVD-KCV-0060, success: false }'),
    ),
    outcome: 'fail',
    at: ['Node cp-1'],
    message:
      "mode of the admin.conf: not as CIS 1.1.13 asks, by a report of Trivy's operator of 2026-11-20",
  },
  {
    name: 'a report of an operator that may not know the checks',
    ...cluster(node('cp-1'), trivy('', 'dev')),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'Kubescape alone, which does not look at everything',
    ...cluster(node('cp-1'), kubescape(file(ADMIN))),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'Kubescape that sees a file which others may read',
    ...cluster(node('cp-1'), kubescape(file(ADMIN, 420))),
    outcome: 'fail',
    at: ['Node cp-1'],
    message:
      "mode of the admin.conf: not as CIS 1.1.13 asks, by a report of Kubescape's sensor",
  },
  {
    name: 'Kubescape that sees a key which belongs to another user',
    ...cluster(
      node('cp-1'),
      kubescape(file(ADMIN), file('/etc/kubernetes/pki/ca.key', 384, 1000)),
    ),
    outcome: 'fail',
    message:
      "owner of the folder of keys: not as CIS 1.1.19 asks, by a report of Kubescape's sensor",
  },
  {
    name: 'what Kubescape saw long ago',
    ...cluster(
      node('cp-1'),
      kubescape(file(ADMIN)).replace('2026-11-20T', '2026-11-01T'),
    ),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'nothing visible',
    ...cluster(NOTHING),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
