import { NODE_FILE_CHECKS } from '../../data/nodeFiles';
import { testControl } from '../../testing';
import { nodeFilePermissions } from './nodeFilePermissions';

const NODE = 'apiVersion: v1\nkind: Node\nmetadata: { name: worker-1 }';
const LIVE = { fromCluster: true };
const ALL = NODE_FILE_CHECKS.map(({ cis }) => cis);

const kubeBench = (
  statuses: Record<string, string>,
  { version = 'cis-1.12', node = 'worker-1', days = 1 } = {},
) => ({
  imports: [
    {
      kind: 'kube-bench' as const,
      node,
      receivedAt: Date.UTC(2026, 10, 21 - days),
      document: {
        version,
        tests: [
          {
            results: Object.entries(statuses).map(([test_number, status]) => ({
              test_number,
              status,
            })),
          },
        ],
      },
    },
  ],
});
const passing = (...left: string[]) =>
  Object.fromEntries(
    ALL.filter(cis => !left.includes(cis)).map(cis => [cis, 'PASS']),
  );

const trivy = (checks: string) => `${NODE}
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterInfraAssessmentReport
metadata:
  name: node-worker-1
  labels: { trivy-operator.resource.kind: Node, trivy-operator.resource.name: worker-1 }
report: { updateTimestamp: "2026-11-20T06:00:00Z", checks: [${checks}] }`;

const file = (mode: number, uid = 0) =>
  `{ path: /f, permissions: ${mode}, ownership: { uid: ${uid}, gid: 0 } }`;
const kubescape = (config: string, day = '2026-11-20') => `${NODE}
---
apiVersion: hostdata.kubescape.cloud/v1beta1
kind: KubeletInfo
metadata: { name: worker-1 }
spec:
  nodeName: worker-1
  serviceFiles: [${file(0o600)}]
  kubeConfigFile: ${file(0o600)}
  clientCAFile: ${file(0o644)}
  configFile: ${config}
status: { lastSensed: "${day}T06:00:00Z" }`;

testControl(nodeFilePermissions, [
  {
    name: 'kube-bench passes everything',
    given: NODE,
    ...LIVE,
    evidence: kubeBench(passing()),
    outcome: 'pass',
    note: 'from a kube-bench report of 2026-11-20',
  },
  {
    name: 'two failures',
    given: NODE,
    ...LIVE,
    evidence: kubeBench({ ...passing(), '4.1.2': 'FAIL', '4.1.9': 'FAIL' }),
    outcome: 'fail',
    severity: 'medium',
    message:
      'owner of the service file of the kubelet: not as CIS 4.1.2 asks, by a kube-bench report of 2026-11-20',
  },
  {
    name: 'a failure counts although evidence is missing',
    given: NODE,
    ...LIVE,
    evidence: kubeBench({ '4.1.9': 'FAIL' }),
    outcome: 'fail',
  },
  {
    name: 'a check without evidence',
    given: NODE,
    ...LIVE,
    evidence: kubeBench({ ...passing(), '4.1.3': 'WARN' }),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /no evidence for 4\.1\.3$/,
  },
  {
    name: 'Trivy passes all that it names',
    given: trivy(
      NODE_FILE_CHECKS.map(
        ({ kcv }) => `{ checkID: KCV-00${kcv}, success: true }`,
      ).join(),
    ),
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'Trivy fails one',
    given: trivy('{ checkID: AVD-KCV-0073, success: false }'),
    ...LIVE,
    outcome: 'fail',
    message:
      "mode of the kubeconfig of the kubelet: not as CIS 4.1.5 asks, by a report of Trivy's operator of 2026-11-20",
  },
  {
    name: 'Kubescape sees a configuration that all may read',
    given: kubescape(file(0o644)),
    ...LIVE,
    outcome: 'fail',
    message:
      "mode of the configuration file of the kubelet: not as CIS 4.1.9 asks, by Kubescape's KubeletInfo of 2026-11-20",
  },
  {
    name: 'Kubescape sees a configuration of another user',
    given: kubescape(file(0o600, 1000)),
    ...LIVE,
    outcome: 'fail',
  },
  {
    name: 'Kubescape alone is partial',
    given: kubescape(file(0o600)),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /no evidence for 4\.1\.3, 4\.1\.4$/,
  },
  {
    name: 'Kubescape and kube-bench together',
    given: kubescape(file(0o600)),
    ...LIVE,
    evidence: kubeBench({ '4.1.3': 'PASS', '4.1.4': 'PASS' }),
    outcome: 'pass',
  },
  {
    name: 'an old report of Kubescape',
    given: kubescape(file(0o644), '2026-11-10'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'an old report of kube-bench',
    given: NODE,
    ...LIVE,
    evidence: kubeBench(passing(), { days: 100 }),
    outcome: 'notEvaluated',
    reason: 'staleReport',
  },
  {
    name: 'a report of another node',
    given: NODE,
    ...LIVE,
    evidence: kubeBench({ '4.1.1': 'FAIL' }, { node: 'worker-2' }),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'an edition whose numbers mean something else',
    given: NODE,
    ...LIVE,
    evidence: kubeBench({ '4.1.1': 'FAIL' }, { version: 'cis-1.6' }),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'nodes of a managed cluster are the adopter’s',
    given: NODE,
    ...LIVE,
    serverVersion: 'v1.35.2-eks-1a2b3c4',
    evidence: kubeBench({ '4.1.1': 'FAIL' }),
    outcome: 'fail',
  },
  {
    name: 'Windows',
    given: `${NODE}\nstatus: { nodeInfo: { operatingSystem: windows } }`,
    ...LIVE,
    outcome: 'notApplicable',
    reason: 'windows',
  },
]);
