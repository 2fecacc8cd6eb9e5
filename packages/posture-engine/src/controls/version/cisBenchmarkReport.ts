import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { DAY, dayOf } from '../../read/dates';
import {
  complianceReportTime,
  kubeBenchTime,
  newestOf,
  policyReportTime,
} from '../../relate/reportTimes';

type Context = ControlContext<
  | 'imports'
  | 'trivyClusterComplianceReports'
  | 'policyReports'
  | 'clusterPolicyReports'
  | 'openReports'
  | 'clusterOpenReports'
>;

/** A result counts for this long, in milliseconds: 90 days. */
const COUNTS_FOR = 90 * DAY;

const ANY_NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';

export const cisBenchmarkReport = defineClusterControl({
  id: 'cis-benchmark-report',
  title: 'A result of the CIS benchmark is on file',
  failureTitle: 'The last result of the CIS benchmark is over 90 days old',
  why: 'The benchmark looks at files and flags of the nodes that no API shows, so only a run of it tells how they are set.',
  fix: 'Run kube-bench on every node, for instance as the job of its project (`kubectl apply -f https://raw.githubusercontent.com/aquasecurity/kube-bench/main/job.yaml`, with the argument `--json`), and post what it prints to this plugin (`POST /api/security-posture/v1/imports/kube-bench`); or let Trivy Operator make its CIS compliance report.',
  severity: 'low',
  category: 'version',
  scope: 'cluster',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.5.1'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://www.cisecurity.org/benchmark/kubernetes',
    'https://github.com/aquasecurity/kube-bench',
  ],
  needs: [
    'imports',
    'trivyClusterComplianceReports',
    'policyReports',
    'clusterPolicyReports',
    'openReports',
    'clusterOpenReports',
  ],
  reads:
    'Documents of kube-bench that were posted, the compliance reports of Trivy Operator whose name says CIS, and results of kube-bench, or of Kubescape on a CIS framework, in PolicyReports and OpenReports. The newest has to be younger than 90 days.',
  notes:
    'Only the day counts here: what the result says is judged by the controls that it is about. A benchmark that was run and filed elsewhere can be attested.',
  examples: {
    pass: [
      {
        given: `apiVersion: aquasecurity.github.io/v1alpha1
kind: ClusterComplianceReport
metadata: { name: k8s-cis-1.23 }
status: { updateTimestamp: "2026-11-20T06:00:00Z" }`,
        surroundings: { fromCluster: true },
      },
      {
        given: ANY_NAMESPACE,
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'cis-benchmark-report',
              outcome: 'pass',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    fail: [
      {
        given: ANY_NAMESPACE,
        surroundings: {
          fromCluster: true,
          evidence: {
            imports: [
              {
                kind: 'kube-bench',
                receivedAt: Date.UTC(2026, 5, 1),
                node: 'worker-1',
                document: { Controls: [] },
              },
            ],
          },
        },
      },
    ],
    notEvaluated: [
      { given: ANY_NAMESPACE, surroundings: { fromCluster: true } },
    ],
  },
  evaluate(_, { inventory, now }: Context): Judgement {
    const sources = [
      () => inventory.imports.map(kubeBenchTime),
      () => inventory.trivyClusterComplianceReports.map(complianceReportTime),
      () => inventory.policyReports.map(policyReportTime),
      () => inventory.clusterPolicyReports.map(policyReportTime),
      () => inventory.openReports.map(policyReportTime),
      () => inventory.clusterOpenReports.map(policyReportTime),
    ];
    const known = newestOf(
      sources.flatMap(source => unlessMissing(source) ?? []),
    );
    if (known !== undefined && now - known < COUNTS_FOR)
      return pass(`the newest result is of ${dayOf(known)}`);
    // What was not read may hold a newer one.
    const newest = newestOf(sources.flatMap(source => source()));
    return newest === undefined
      ? notEvaluated('manual', 'no result of the benchmark is on file')
      : fail([
          {
            path: '',
            field: 'reports',
            message: `the newest result is of ${dayOf(newest)}`,
            expected: 'a result younger than 90 days',
          },
        ]);
  },
});
