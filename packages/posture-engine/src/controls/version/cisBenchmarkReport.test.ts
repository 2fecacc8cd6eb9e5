import { testControl } from '../../testing';
import { cisBenchmarkReport } from './cisBenchmarkReport';

const ANY = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const compliance = (name: string, time: string) =>
  `apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterComplianceReport
metadata: { name: ${name} }
status: { updateTimestamp: "${time}" }`;
const policyReport = (
  source: string,
  apiVersion = 'wgpolicyk8s.io/v1alpha2',
  kind = 'ClusterPolicyReport',
) =>
  `apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: r, creationTimestamp: "2026-11-01T00:00:00Z" }
results: [{ source: ${source}, policy: "1.2.1" }]`;
const imported = (kind: 'kube-bench' | 'audit-policy', receivedAt: number) => ({
  imports: [{ kind, receivedAt, document: {} }],
});
const cluster = { fromCluster: true };

testControl(cisBenchmarkReport, [
  {
    name: 'kube-bench was posted',
    given: ANY,
    ...cluster,
    evidence: imported('kube-bench', Date.UTC(2026, 10, 1)),
    outcome: 'pass',
    note: 'the newest result is of 2026-11-01',
  },
  {
    name: 'not quite 90 days ago',
    given: ANY,
    ...cluster,
    evidence: imported('kube-bench', Date.UTC(2026, 7, 23, 12, 0, 1)),
    outcome: 'pass',
  },
  {
    name: '90 days ago',
    given: ANY,
    ...cluster,
    evidence: imported('kube-bench', Date.UTC(2026, 7, 23, 12)),
    outcome: 'fail',
    severity: 'low',
    at: [''],
    message: 'the newest result is of 2026-08-23',
  },
  {
    name: 'an audit policy is no result',
    given: ANY,
    ...cluster,
    evidence: imported('audit-policy', Date.UTC(2026, 10, 1)),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a compliance report of Trivy',
    given: compliance('k8s-cis-1.23', '2026-11-20T00:00:00Z'),
    ...cluster,
    outcome: 'pass',
  },
  {
    name: 'a compliance report of Trivy on something else',
    given: compliance('k8s-pss-baseline-0.1', '2026-11-20T00:00:00Z'),
    ...cluster,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'results of kube-bench in a PolicyReport',
    given: policyReport('kube-bench'),
    ...cluster,
    outcome: 'pass',
  },
  {
    name: 'results of kube-bench in an OpenReport',
    given: policyReport(
      'kube-bench',
      'openreports.io/v1alpha1',
      'ClusterReport',
    ),
    ...cluster,
    outcome: 'pass',
  },
  {
    name: 'results of another engine',
    given: policyReport('kyverno'),
    ...cluster,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'fresh, though another source cannot be read',
    given: compliance('k8s-cis-1.23', '2026-11-20T00:00:00Z'),
    ...cluster,
    unread: { policyReports: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'old, and another source cannot be read',
    given: compliance('k8s-cis-1.23', '2026-01-20T00:00:00Z'),
    ...cluster,
    unread: { policyReports: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'filed elsewhere, attested',
    given: ANY,
    ...cluster,
    attestations: [
      {
        control: 'cis-benchmark-report',
        outcome: 'pass',
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
    outcome: 'pass',
  },
  {
    name: 'manifests hold no reports',
    given: ANY,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
]);
