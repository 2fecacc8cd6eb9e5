import {
  ControlCase,
  judgeFirst,
  parseExample,
  testControl,
} from '../../testing';
import {
  DIGEST,
  OTHER_DIGEST,
  runningPod,
  scannedPod,
  trivyReport,
} from '../../testing/scannedPod';
import { imageVulnerabilities } from './imageVulnerabilities';

const found = (
  severity: string,
  rest = 'fixedVersion: 3.0.1',
  id = 'CVE-2026-1234',
) =>
  `  vulnerabilities: [{ vulnerabilityID: ${id}, resource: openssl, installedVersion: 3.0.0, severity: ${severity}, ${rest} }]`;

const published = (day: string) =>
  `fixedVersion: 3.0.1, publishedDate: "${day}T00:00:00Z"`;

const deployment = (replicaSets: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec: { containers: [{ name: web, image: "registry.example.com/web:1.4" }] }
---
${replicaSets}`;

const podOf = (replicaSet: string) => ({
  namespace: 'shop',
  name: `${replicaSet}-x`,
  owner: { kind: 'Deployment', name: 'web' },
  madeBy: { kind: 'ReplicaSet', name: replicaSet },
  injected: [],
  imageDigests: { web: DIGEST },
});

const reportOf = (replicaSet: string, report: string) =>
  trivyReport({ report })
    .replace('kind: Pod', 'kind: ReplicaSet')
    .replace('resource.name: web', `resource.name: ${replicaSet}`)
    .replace('name: pod-web-web', `name: ${replicaSet}-web`);

const byKubescape = (
  severity: string,
  fix: string,
) => `apiVersion: spdx.softwarecomposition.kubescape.io/v1beta1
kind: VulnerabilityManifest
metadata:
  name: web
  namespace: kubescape
  annotations:
    kubescape.io/image-id: registry.example.com/web@${DIGEST}
    kubescape.io/image-tag: registry.example.com/web:1.4
spec:
  metadata: { report: { createdAt: "2026-11-20T06:00:00Z" } }
  payload:
    matches:
      - vulnerability: { id: CVE-2026-1, severity: ${severity}, fix: ${fix} }
        artifact: { name: openssl, version: 3.0.0 }`;

const rows: readonly ControlCase[] = [
  {
    name: 'a critical one with a fix',
    given: scannedPod({ report: found('CRITICAL') }),
    outcome: 'fail',
    severity: 'critical',
    at: ['VulnerabilityReport shop/pod-web-web'],
    message: 'CVE-2026-1234 (critical) in openssl',
    note: '1 in all',
  },
  {
    name: 'a critical one without a fix, which is a note',
    given: scannedPod({ report: found('CRITICAL', "fixedVersion: ''") }),
    outcome: 'pass',
    note: '1 critical or high without a fix',
  },
  {
    name: 'a critical one published today, for which there is no grace',
    given: scannedPod({ report: found('CRITICAL', published('2026-11-21')) }),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'a high one published before the grace period',
    given: scannedPod({ report: found('HIGH', published('2026-10-01')) }),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a high one within the grace period',
    given: scannedPod({ report: found('HIGH', published('2026-11-01')) }),
    outcome: 'pass',
  },
  {
    name: 'a high one within a grace period that a site has shortened',
    given: scannedPod({ report: found('HIGH', published('2026-11-01')) }),
    settings: { vulnerabilityGraceDays: 7 },
    outcome: 'fail',
  },
  {
    name: 'a high one whose date is not known: no grace',
    given: scannedPod({ report: found('HIGH') }),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a medium one with a fix',
    given: scannedPod({ report: found('MEDIUM') }),
    outcome: 'pass',
  },
  {
    name: 'one that is in the report twice',
    given: scannedPod({
      report: `${found('CRITICAL').slice(0, -1)}, ${found('CRITICAL').slice(
        '  vulnerabilities: ['.length,
      )}`,
    }),
    outcome: 'fail',
    note: '1 in all',
  },
  {
    name: 'no report',
    given: runningPod(),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a report of last week',
    given: scannedPod({ updateTimestamp: '2026-11-14T18:00:00Z' }),
    outcome: 'pass',
  },
  {
    name: 'a report that is too old, however bad',
    given: scannedPod({
      updateTimestamp: '2026-11-12T06:00:00Z',
      report: found('CRITICAL'),
    }),
    outcome: 'notEvaluated',
    reason: 'staleReport',
    note: 'the newest report is of 2026-11-12',
  },
  {
    name: 'an older report where the site allows it',
    given: scannedPod({ updateTimestamp: '2026-11-12T06:00:00Z' }),
    settings: { imageReportDays: 30 },
    outcome: 'pass',
  },
  {
    name: 'a report about another tag',
    given: scannedPod({ artifact: '{ repository: web, tag: "1.3" }' }),
    outcome: 'notEvaluated',
    reason: 'digestMismatch',
  },
  {
    name: 'a report about another digest',
    given: scannedPod({
      image: `registry.example.com/web@${DIGEST}`,
      artifact: `{ repository: web, digest: "${OTHER_DIGEST}" }`,
    }),
    outcome: 'notEvaluated',
    reason: 'digestMismatch',
  },
  {
    name: 'a report about the digest that runs',
    given: scannedPod({
      image: `registry.example.com/web@${DIGEST}`,
      runs: DIGEST,
      artifact: `{ repository: web, digest: "${DIGEST}" }`,
      report: found('CRITICAL'),
    }),
    outcome: 'fail',
  },
  {
    name: 'a report of a tag, whose digest is that of the configuration',
    given: scannedPod({
      runs: DIGEST,
      artifact: `{ repository: web, tag: "1.4", digest: "${OTHER_DIGEST}" }`,
      report: found('CRITICAL'),
    }),
    outcome: 'fail',
  },
  {
    name: 'a report about another container of the pod',
    given: scannedPod().replace('container.name: web', 'container.name: proxy'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a report without any label',
    given: scannedPod({ artifact: '{}' }).replace(/labels:(\n {4}.*)+/, ''),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a report of the ReplicaSet that runs',
    given: deployment(reportOf('web-6d4f', found('CRITICAL'))),
    livePods: [podOf('web-6d4f')],
    outcome: 'fail',
  },
  {
    name: 'a report of a superseded ReplicaSet beside that of the one that runs',
    given: deployment(
      reportOf('web-6d4f', found('LOW')) +
        reportOf('web-old', found('CRITICAL')),
    ),
    livePods: [podOf('web-6d4f')],
    outcome: 'pass',
  },
  {
    name: 'only a report of a superseded ReplicaSet',
    given: deployment(reportOf('web-old', found('CRITICAL'))),
    livePods: [podOf('web-6d4f')],
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a report whose name was too long for a label',
    given: deployment(
      reportOf('web-6d4f', found('CRITICAL'))
        .replace(/ {4}trivy-operator.resource.name: .*\n/, '')
        .replace(
          '  labels:',
          `  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-6d4f, uid: u }]
  labels:`,
        ),
    ),
    livePods: [podOf('web-6d4f')],
    outcome: 'fail',
  },
  {
    name: 'the newer of two reports',
    given:
      scannedPod({
        report: found('CRITICAL'),
        updateTimestamp: '2026-11-18T06:00:00Z',
      }) + trivyReport().replace('pod-web-web', 'newer'),
    outcome: 'pass',
  },
  {
    name: 'half a report',
    given: scannedPod({ report: '  summary: { criticalCount: 0 }' }),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['VulnerabilityReport shop/pod-web-web.report.vulnerabilities'],
  },
  {
    name: 'a report without a time',
    given: scannedPod({ updateTimestamp: 'null' }),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a list of vulnerabilities of the wrong type',
    given: scannedPod({ report: '  vulnerabilities: [7]' }),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a critical one with a fix, by Kubescape',
    given: `${runningPod({ runs: DIGEST })}${byKubescape(
      'Critical',
      '{ state: fixed, versions: [3.0.1] }',
    )}`,
    outcome: 'fail',
    severity: 'critical',
    at: ['VulnerabilityManifest kubescape/web'],
  },
  {
    name: 'one without a fix, by Kubescape',
    given: `${runningPod({ runs: DIGEST })}${byKubescape(
      'High',
      '{ state: not-fixed, versions: [] }',
    )}`,
    outcome: 'pass',
    note: '1 critical or high without a fix',
  },
  {
    name: 'reports that may not be read',
    given: runningPod(),
    unread: { trivyVulnerabilityReports: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a report of one scanner where that of the other may not be read',
    given: scannedPod({ report: found('CRITICAL') }),
    unread: { kubescapeVulnerabilityManifests: 'probeOff' },
    outcome: 'fail',
  },
];

testControl(
  imageVulnerabilities,
  rows.map(row => ({ fromCluster: true, ...row })),
);

describe('a report with very many vulnerabilities', () => {
  it('names twenty and counts all', () => {
    const many = Array.from(
      { length: 500 },
      (_, index) =>
        `{ vulnerabilityID: CVE-2026-${index}, resource: openssl, severity: CRITICAL, fixedVersion: "2" }`,
    );
    const [finding] = judgeFirst(
      [imageVulnerabilities],
      'image',
      parseExample(scannedPod({ report: `  vulnerabilities: [${many}]` })),
      { fromCluster: true },
    );
    expect(finding.violations).toHaveLength(20);
    expect(finding.note).toBe('500 in all');
  });
});
